package org.ringback.window.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.ringback.language.Texts;

/** All that can be done with the letters of what is read in a node: chosen, copied, looked up, found. */
public final class TextHandling {

    private final LetterSelection selection;
    private final Hits hits;
    private final List<Runnable> onChange = new ArrayList<>();

    /**
     * Lets them be handled from now on.
     *
     * @param owner what has the lines in it, and the keyboard while they are read
     */
    public TextHandling(Node owner, ReadLines lines, Supplier<Texts> texts, TextMenu.LookUp lookUp) {
        this.selection = new LetterSelection(lines);
        this.hits = new Hits(lines);
        var hand = new Hand(owner, lines, selection);
        new TextMenu(lines, selection, hand, texts, lookUp).over(owner);
    }

    /** Marks in a line that has come into sight what there is to mark. */
    public void show(int line, WrappedText passage) {
        selection.show(line, passage);
        hits.show(line, passage);
    }

    /** Something else is read now: nothing of it is chosen, and what is searched stands elsewhere. */
    public void changed() {
        selection.forget();
        hits.again();
        onChange.forEach(Runnable::run);
    }

    /** Is told whenever something else is read. */
    void onChange(Runnable action) {
        onChange.add(action);
    }

    public LetterSelection selection() {
        return selection;
    }

    Hits hits() {
        return hits;
    }
}
