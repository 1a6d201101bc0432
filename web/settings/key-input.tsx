/** A key, hidden until somebody wants to see it; no password manager is offered it. */
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { hintOf } from '#web/ui/field.tsx';
import { IconButton } from '#web/ui/icon-button.tsx';
import { TextInput } from '#web/ui/text-input.tsx';

interface KeyInputProps {
  id: string;
  value: string;
  placeholder: string;
  invalid: boolean;
  onChange: (key: string) => void;
}

export function KeyInput({ id, value, placeholder, invalid, onChange }: KeyInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <TextInput
        id={id}
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        value={value}
        placeholder={placeholder}
        aria-invalid={invalid}
        aria-describedby={hintOf(id)}
        onChange={(event) => onChange(event.target.value)}
        className="pr-12"
      />
      <IconButton
        label={shown ? 'Hide the key' : 'Show the key'}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute top-0 right-0"
      >
        {shown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
      </IconButton>
    </div>
  );
}
