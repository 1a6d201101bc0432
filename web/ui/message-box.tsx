/** A line to type into, and the button that sends it: emptied once it is sent. */
import { SendHorizontal } from 'lucide-react';
import { useState, type ReactNode, type RefObject, type SubmitEvent } from 'react';
import { Button } from './button.tsx';

const LONGEST = 500;

interface MessageBoxProps {
  label: string;
  placeholder: string;
  onSend: (text: string) => void;
  box?: RefObject<HTMLInputElement | null>;
  className?: string;
  /** What stands before it. */
  children?: ReactNode;
}

export function MessageBox(props: MessageBoxProps) {
  const { label, placeholder, onSend, box, className = '', children } = props;
  const [text, setText] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    onSend(text.trim());
    setText('');
  };
  return (
    <form onSubmit={submit} className={`flex gap-2 border-t border-line p-3 ${className}`}>
      {children}
      <input
        ref={box}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        maxLength={LONGEST}
        onChange={(event) => setText(event.target.value)}
        className="min-h-11 min-w-0 flex-1 rounded-control bg-raised px-4 placeholder:text-soft"
      />
      <Button
        type="submit"
        look="primary"
        aria-label="Send"
        size="icon"
        disabled={text.trim() === ''}
      >
        <SendHorizontal size={20} aria-hidden />
      </Button>
    </form>
  );
}
