package org.ringback.window.text;

import java.util.ArrayList;
import java.util.List;

/** Where what is searched stands in what is read, and at which of these places the reader is. */
final class Hits {

    private final ReadLines lines;
    private final List<Hit> all = new ArrayList<>();
    private String words = "";
    private int current = -1;

    /** Some letters of a line. */
    private record Hit(int line, Range letters) {}

    Hits(ReadLines lines) {
        this.lines = lines;
    }

    /** Searches anew, and goes to the first place from some place on. */
    void search(String typed, Position from) {
        words = Folding.of(typed);
        gather();
        for (int i = 0; i < all.size() && current < 0; i++) {
            Hit hit = all.get(i);
            if (new Position(hit.line(), hit.letters().from()).compareTo(from) >= 0) {
                current = i;
            }
        }
        current = current < 0 && !all.isEmpty() ? 0 : current;
        show();
    }

    /** Searches for the same, because something else is read now. */
    void again() {
        gather();
        show();
    }

    private void gather() {
        all.clear();
        current = -1;
        for (int line = 0; line < lines.count() && !words.isBlank(); line++) {
            int number = line;
            Folding.find(words, lines.text(line)).forEach(range -> all.add(new Hit(number, range)));
        }
    }

    /** Goes to the next place or the one before; after the last one comes the first. */
    void step(int way) {
        if (!all.isEmpty()) {
            int next = current < 0 && way < 0 ? all.size() - 1 : current + way;
            current = Math.floorMod(next, all.size());
            show();
        }
    }

    void reveal() {
        if (current >= 0) {
            lines.reveal(all.get(current).line(), all.get(current).letters());
        }
    }

    /** Chooses the letters of the place where the reader is. */
    void choose(LetterSelection selection) {
        if (current >= 0) {
            Hit hit = all.get(current);
            selection.choose(
                    new Position(hit.line(), hit.letters().from()),
                    new Position(hit.line(), hit.letters().to()));
        }
    }

    int count() {
        return all.size();
    }

    /** The number of the place where the reader is, from 1; 0 for none. */
    int number() {
        return current + 1;
    }

    private void show() {
        for (int line = 0; line < lines.count(); line++) {
            int number = line;
            lines.shown(line).ifPresent(passage -> show(number, passage));
        }
    }

    void show(int line, WrappedText passage) {
        passage.mark(MarkStyle.FOUND, ranges(line));
        boolean here = current >= 0 && all.get(current).line() == line;
        passage.mark(MarkStyle.CURRENT, here ? List.of(all.get(current).letters()) : List.of());
    }

    private List<Range> ranges(int line) {
        return all.stream().filter(hit -> hit.line() == line).map(Hit::letters).toList();
    }
}
