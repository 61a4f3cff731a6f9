package org.ringback.window.text;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/** The letters that are chosen of what is read: from where the choice began to where it has come. */
public final class LetterSelection {

    private final ReadLines lines;
    private Position anchor = new Position(0, 0);
    private Position head = anchor;

    /** Nothing is chosen at first. */
    public LetterSelection(ReadLines lines) {
        this.lines = lines;
    }

    public boolean isEmpty() {
        return anchor.equals(head);
    }

    /** Chooses nothing. */
    public void clear() {
        begin(head);
    }

    /** What was chosen is no longer there. */
    public void forget() {
        anchor = new Position(0, 0);
        head = anchor;
    }

    void begin(Position at) {
        choose(at, at);
    }

    void extend(Position to) {
        choose(anchor, to);
    }

    /** From one place to another, which may stand before it. */
    void choose(Position from, Position to) {
        anchor = within(from);
        head = within(to);
        show();
    }

    /** Everything there is. */
    public void chooseAll() {
        int last = lines.count() - 1;
        if (last >= 0) {
            choose(new Position(0, 0), new Position(last, lines.text(last).length()));
        }
    }

    /** The word that a letter is of. */
    void chooseWord(int line, int letter) {
        String text = lines.text(line);
        BreakIterator words = words(text);
        int to = words.following(Math.clamp(letter, 0, Math.max(0, text.length() - 1)));
        choose(new Position(line, words.previous()), new Position(line, to == BreakIterator.DONE ? text.length() : to));
    }

    void chooseLine(int line) {
        choose(new Position(line, 0), new Position(line, lines.text(line).length()));
    }

    Position head() {
        return head;
    }

    Position first() {
        return anchor.compareTo(head) <= 0 ? anchor : head;
    }

    private Position last() {
        return anchor.compareTo(head) <= 0 ? head : anchor;
    }

    boolean holds(Position place) {
        return !isEmpty() && first().compareTo(place) <= 0 && place.compareTo(last()) <= 0;
    }

    /** The letters of a line that are chosen. */
    Range in(int line) {
        Position first = first();
        Position last = last();
        if (isEmpty() || line < first.line() || line > last.line()) {
            return Range.NONE;
        }
        int from = line == first.line() ? first.offset() : 0;
        int to = line == last.line() ? last.offset() : lines.text(line).length();
        return new Range(from, to);
    }

    /** Moves the end of the choice by a letter or a word, over the ends of lines too. */
    void extendBy(int way, boolean wholeWord) {
        String text = lines.text(head.line());
        BreakIterator steps = wholeWord ? words(text) : BreakIterator.getCharacterInstance(Locale.ROOT);
        steps.setText(text);
        int to = way > 0 ? steps.following(Math.min(head.offset(), text.length())) : preceding(steps, head.offset());
        if (to != BreakIterator.DONE) {
            extend(new Position(head.line(), to));
        } else if (way > 0 && head.line() + 1 < lines.count()) {
            extend(new Position(head.line() + 1, 0));
        } else if (way < 0 && head.line() > 0) {
            extend(new Position(head.line() - 1, lines.text(head.line() - 1).length()));
        }
    }

    private static int preceding(BreakIterator steps, int offset) {
        return offset <= 0 ? BreakIterator.DONE : steps.preceding(offset);
    }

    private static BreakIterator words(String text) {
        BreakIterator words = BreakIterator.getWordInstance(Scripts.lines(text));
        words.setText(text);
        return words;
    }

    private Position within(Position place) {
        int line = Math.clamp(place.line(), 0, Math.max(0, lines.count() - 1));
        int most = lines.count() == 0 ? 0 : lines.text(line).length();
        return new Position(line, Math.clamp(place.offset(), 0, most));
    }

    /** Marks what is chosen; a list that takes in other lines asks for it again. */
    public void show() {
        for (int line = 0; line < lines.count(); line++) {
            int number = line;
            lines.shown(line).ifPresent(passage -> show(number, passage));
        }
    }

    /** Marks what is chosen in a line that has come into sight. */
    public void show(int line, WrappedText passage) {
        Range chosen = in(line);
        passage.mark(MarkStyle.CHOSEN, chosen.isEmpty() ? List.of() : List.of(chosen));
    }

    /** What is copied of it; empty if nothing is chosen. */
    public String text() {
        var copied = new StringBuilder();
        for (int line = first().line(); !isEmpty() && line <= last().line(); line++) {
            Range chosen = in(line);
            if (line > first().line()) {
                copied.append('\n');
            }
            if (chosen.from() == 0 && first().line() < last().line()) {
                copied.append(lines.sign(line));
            }
            copied.append(lines.copied(lines.text(line).substring(chosen.from(), chosen.to())));
        }
        return copied.toString();
    }
}
