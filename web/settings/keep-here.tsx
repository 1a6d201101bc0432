/** Whether this device keeps the key, and how it is rid of it. */
import { Checkbox } from '#web/ui/checkbox.tsx';

interface KeepHereProps {
  remember: boolean;
  onChange: (remember: boolean) => void;
  onForget: () => void;
}

export function KeepHere({ remember, onChange, onForget }: KeepHereProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-3">
      <Checkbox
        id="settings-remember"
        checked={remember}
        onChange={onChange}
        label="Remember on this device"
      >
        Kept in this browser and sent again when the page opens.
      </Checkbox>
      <button
        type="button"
        onClick={onForget}
        className="rounded-md text-sm font-semibold text-danger-ink underline-offset-4 hover:underline"
      >
        Forget the key
      </button>
    </div>
  );
}
