// The text itself, with findings in its margin, completion and explanations from the service. Loaded on demand.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic as Mark } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, type Text } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, hoverTooltip, keymap, lineNumbers, type Tooltip, type ViewUpdate } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { memo, useEffect, useImperativeHandle, useRef, type Ref } from 'react';

import { askJSON, type Api } from '../../api';
import { nonce } from '../../app';
import { useWords, type Lang, type Translate } from '../../i18n';
import type { Diagnostic } from '../../proposal/assessment';
import type { Change } from '../../proposal/edit';
import type { TextStore } from '../../proposal/text';

export interface EditorHandle {
  /** Shows a place, and with focus puts the cursor there. */
  show: (offset: number, focus: boolean) => void;
}

export interface EditorProps {
  store: TextStore;
  diagnostics: readonly Diagnostic[];
  /** Of the text that diagnostics are about. */
  version: number;
  pack: string;
  profile: string;
  onCursor: (offset: number) => void;
  handle: Ref<EditorHandle>;
}

const foreign = Annotation.define<boolean>(); // a change that the store knows already

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--blue)' },
  { tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--good)' },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: 'var(--soft)' },
]);

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '0.875rem', backgroundColor: 'var(--mantine-color-body)', color: 'var(--mantine-color-text)' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.55' },
  '.cm-gutters': { backgroundColor: 'var(--panel)', color: 'var(--soft)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--blue) 10%, transparent)' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'color-mix(in srgb, var(--blue) 30%, transparent) !important' },
  '.cm-tooltip': { backgroundColor: 'var(--mantine-color-body)', color: 'var(--mantine-color-text)', border: '1px solid var(--line)', maxWidth: 'min(36rem, 90vw)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--blue)', color: 'var(--mantine-color-body)' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'inherit', opacity: '1' },
  '.cm-tooltip.hover': { padding: '0.5rem 0.75rem', whiteSpace: 'pre-wrap' },
  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'inherit' },
  '.cm-diagnostic': { fontFamily: 'var(--mantine-font-family)', whiteSpace: 'pre-wrap' },
  '&.cm-focused': { outline: '3px solid var(--blue)', outlineOffset: '-3px' },
});

const severities: Record<Diagnostic['severity'], Mark['severity']> = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' };

/** What CodeMirror itself says, in Chinese. */
const phrases: Record<string, string> = {
  Find: '查找', Replace: '替换', next: '下一个', previous: '上一个', all: '全部', 'match case': '区分大小写', regexp: '正则表达式', 'by word': '全词匹配',
  replace: '替换', 'replace all': '全部替换', close: '关闭', 'current match': '当前匹配', 'on line': '位于行', 'replaced match on line $': '已替换第 $ 行的匹配',
  'replaced $ matches': '已替换 $ 处', 'Go to line': '转到行', go: '转到', Diagnostics: '问题', 'No diagnostics': '没有问题', Completions: '补全', 'Control character': '控制字符',
};

function offset(doc: Text, at: { line: number; character: number }): number {
  if (at.line >= doc.lines) return doc.length;
  const line = doc.line(at.line + 1);
  return Math.min(line.from + at.character, line.to);
}

export default memo(function Editor({ store, diagnostics, version, pack, profile, onCursor, handle }: EditorProps) {
  const { lang, t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const language = useRef(new Compartment());
  const asked = useRef({ pack, profile, lang, onCursor });
  asked.current = { pack, profile, lang, onCursor };

  useEffect(() => {
    const editor = new EditorView({
      parent: place.current!,
      state: EditorState.create({
        doc: store.text,
        extensions: [
          EditorView.cspNonce.of(nonce),
          lineNumbers(), highlightActiveLineGutter(), highlightSpecialChars(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), highlightActiveLine(), highlightSelectionMatches(),
          undoing(store),
          keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...completionKeymap, ...lintKeymap, indentWithTab]),
          yaml(), syntaxHighlighting(colours), look, EditorView.lineWrapping, EditorState.tabSize.of(2), lintGutter(),
          autocompletion({ override: [(c) => complete(c, asked.current)], activateOnTyping: true }),
          hoverTooltip((v, pos) => explain(v.state.doc, pos, asked.current), { hoverTime: 400 }),
          language.current.of(inLanguage(lang, t)),
          EditorView.updateListener.of((u) => {
            if (u.docChanged && !u.transactions.some((tr) => tr.annotation(foreign))) {
              store.take(changeOf(u), 'editor', u.transactions.every((tr) => tr.isUserEvent('input.type.compose')));
            }
            if (u.selectionSet && u.view.hasFocus) asked.current.onCursor(u.state.selection.main.head);
          }),
        ],
      }),
    });
    view.current = editor;
    const end = store.listen((change, origin) => {
      if (origin === 'editor') return;
      editor.dispatch({ changes: { ...change }, annotations: foreign.of(true), userEvent: 'input' });
    });
    return () => {
      end();
      editor.destroy();
      view.current = null;
    };
    // The language is exchanged below; a new editor would lose its place.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [store]);

  useEffect(() => {
    view.current?.dispatch({ effects: language.current.reconfigure(inLanguage(lang, t)) });
  }, [lang, t]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || version !== store.version) return; // of another text: the marks that are there move with it
    const doc = editor.state.doc;
    const marks = diagnostics.map((d): Mark => {
      const from = offset(doc, d.range.start);
      return {
        from, to: Math.max(from, offset(doc, d.range.end)), severity: severities[d.severity], source: d.requirement,
        message: d.remedy ? `${d.message}\n${d.remedy}` : d.message,
        actions: d.edit && [{ name: t('findings.insert'), apply: () => store.version === version && store.change({ from: offset(doc, d.edit!.range.start), to: offset(doc, d.edit!.range.end), insert: d.edit!.text }, 'repair') }],
      };
    });
    editor.dispatch(setDiagnostics(editor.state, marks));
  }, [diagnostics, version, store, t]);

  useImperativeHandle(handle, () => ({
    show: (at, focus) => {
      const editor = view.current;
      if (editor === null) return;
      const to = Math.min(at, editor.state.doc.length);
      editor.dispatch({ selection: { anchor: to }, effects: EditorView.scrollIntoView(to, { y: 'center' }) });
      if (focus) editor.focus();
    },
  }), []);

  return (
    <>
      <div ref={place} className="editor" />
      <p className="soft editorhint" id="leave-editor">{t('editor.leave')}</p>
    </>
  );
});

/** From the first to the last place that an update changed, as one change. */
function changeOf(u: ViewUpdate): Change {
  let from = -1;
  let [to, end] = [0, 0];
  u.changes.iterChangedRanges((fromA, toA, _, toB) => {
    if (from < 0) from = fromA;
    [to, end] = [toA, toB];
  });
  return { from, to, insert: u.state.sliceDoc(from, end) };
}

/** Keys, and menus of the browser, that take back what was done last, be it here or in the form. */
function undoing(store: TextStore) {
  const by = (step: () => Change | null) => (view: EditorView) => {
    const change = step();
    if (change !== null) view.dispatch({ selection: { anchor: change.from + change.insert.length }, scrollIntoView: true });
    return true;
  };
  const undo = by(() => store.undo());
  const redo = by(() => store.redo());
  return [
    keymap.of([
      { key: 'Mod-z', run: undo, preventDefault: true },
      { key: 'Mod-y', mac: 'Mod-Shift-z', run: redo, preventDefault: true },
      { linux: 'Ctrl-Shift-z', win: 'Ctrl-Shift-z', run: redo, preventDefault: true },
    ]),
    EditorView.domEventHandlers({
      beforeinput: (e, view) => {
        const command = e.inputType === 'historyUndo' ? undo : e.inputType === 'historyRedo' ? redo : null;
        if (command === null) return false;
        e.preventDefault();
        return command(view);
      },
    }),
  ];
}

function inLanguage(lang: Lang, t: Translate) {
  return [
    EditorView.contentAttributes.of({ 'aria-label': t('editor.label'), 'aria-describedby': 'leave-editor', lang: 'zh', tabindex: '0' }),
    lang === 'zh' ? EditorState.phrases.of(phrases) : [],
  ];
}

interface Asked {
  pack: string;
  profile: string;
  lang: Lang;
}

function positionOf(doc: Text, pos: number) {
  const line = doc.lineAt(pos);
  return { line: line.number - 1, character: pos - line.from };
}

async function complete(context: CompletionContext, { pack, profile, lang }: Asked): Promise<CompletionResult | null> {
  const doc = context.state.doc;
  const line = doc.lineAt(context.pos);
  if (!context.explicit && !/[\w-]$|: $|- $/.test(line.text.slice(0, context.pos - line.from))) return null;
  const controller = new AbortController();
  context.addEventListener('abort', () => controller.abort());
  try {
    const answer = await askJSON<Api['Completion']>('/v1/editor/completion', { lang, signal: controller.signal, json: { text: doc.toString(), position: positionOf(doc, context.pos), pack: pack || undefined, profile, lang } });
    const first = answer.items[0];
    if (first === undefined) return null;
    return {
      from: offset(doc, first.edit.range.start),
      options: answer.items.map((item, i) => ({
        label: item.label, detail: item.detail, boost: -Math.min(i, 98), type: item.kind === 'field' ? 'property' : item.kind === 'value' ? 'enum' : 'constant',
        info: item.documentation ? () => Object.assign(document.createElement('div'), { textContent: unmarked(item.documentation!) }) : undefined,
        apply: (v: EditorView, _: unknown, from: number, to: number) => v.dispatch({ changes: { from, to, insert: item.edit.text }, selection: { anchor: from + item.edit.text.length }, userEvent: 'input.complete' }),
      })),
    };
  } catch {
    return null; // help that does not come is no fault of the text
  }
}

async function explain(doc: Text, pos: number, { pack, profile, lang }: Asked): Promise<Tooltip | null> {
  try {
    const answer = await askJSON<Api['Hover']>('/v1/editor/hover', { lang, json: { text: doc.toString(), position: positionOf(doc, pos), pack: pack || undefined, profile, lang } });
    if (answer.contents === '' || !answer.range) return null;
    return {
      pos: offset(doc, answer.range.start), end: offset(doc, answer.range.end), above: true,
      create: () => ({ dom: Object.assign(document.createElement('div'), { className: 'cm-tooltip hover', textContent: unmarked(answer.contents) }) }),
    };
  } catch {
    return null;
  }
}

/** Markdown as plain text: no HTML is made of what the service says. */
function unmarked(markdown: string): string {
  return markdown.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/`([^`]+)`/g, '$1').replace(/^#+ /gm, '').replace(/\\([\\`*_{}[\]()#+.!<>|-])/g, '$1');
}
