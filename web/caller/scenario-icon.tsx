/** The picture on a scenario's card, by the name that its agent gives; one that is not here gets a speech bubble. */
import {
  ArrowLeftRight,
  CreditCard,
  Gauge,
  HandCoins,
  House,
  KeyRound,
  LifeBuoy,
  type LucideIcon,
  MessageCircle,
  Nfc,
  ReceiptText,
  Send,
} from 'lucide-react';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  'arrow-left-right': ArrowLeftRight,
  'credit-card': CreditCard,
  gauge: Gauge,
  'hand-coins': HandCoins,
  house: House,
  'key-round': KeyRound,
  'life-buoy': LifeBuoy,
  nfc: Nfc,
  'receipt-text': ReceiptText,
  send: Send,
};

export function ScenarioIcon({ name }: { name: string | undefined }) {
  const Icon = ICONS[name ?? ''] ?? MessageCircle;
  return <Icon size={18} aria-hidden />;
}
