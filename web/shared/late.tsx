/** A part of the page that is fetched when it is first shown. Nothing stands in its place till it is there, or if it never comes. */
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const part = signal<ComponentType<Props> | null>(null);
  return (props) => {
    useEffect(() => {
      if (!part.value)
        load().then(
          (loaded) => {
            part.value = loaded;
          },
          () => {},
        );
    }, []);
    const Part = part.value;
    return Part && <Part {...props} />;
  };
}
