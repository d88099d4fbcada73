/** On a narrow screen the facets are a sheet behind a button at the thumb. */
import { useRef } from 'preact/hooks';
import type { AnySearchAnswer } from '../../server/api.js';
import type { SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { chosen } from '../shared/narrowing.js';
import { countsOf } from './counted.js';
import { Facets } from './facets.js';

interface FacetSheetProps {
  readonly answer: AnySearchAnswer;
  readonly here: SearchAddress;
}

export function FacetSheet({ answer, here }: FacetSheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const text = messages.value;
  const count = chosen(here);
  const label = count > 0 ? `${text.filters} (${count})` : text.filters;
  return (
    <>
      <div class="sheet-bar">
        <button
          type="button"
          class="open-sheet"
          data-key="f"
          aria-haspopup="dialog"
          onClick={() => sheet.current?.showModal()}
        >
          {label}
        </button>
      </div>
      <dialog ref={sheet} class="sheet" aria-label={text.filters} closedby="any">
        <div class="sheet-body">
          <Facets answer={answer} here={here} />
        </div>
        <button type="button" class="button sheet-close" onClick={() => sheet.current?.close()}>
          {text.showResults} · {countsOf(answer, here)}
        </button>
      </dialog>
    </>
  );
}
