package org.ringback.window.text;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.ringback.language.Texts;

/** All that can be done with the letters of what is read in a node: chosen, copied, looked up. */
public final class TextHandling {

    private final ReadLines lines;
    private final LetterSelection selection;

    /**
     * Lets them be chosen from now on.
     *
     * @param owner what has the lines in it, and the keyboard while they are read
     */
    public TextHandling(Node owner, ReadLines lines, Supplier<Texts> texts, TextMenu.LookUp lookUp) {
        this.lines = lines;
        this.selection = new LetterSelection(lines);
        var hand = new Hand(owner, lines, selection);
        new TextMenu(lines, selection, hand, texts, lookUp).over(owner);
    }

    /** Marks in a line that has come into sight what there is to mark. */
    public void show(int line, WrappedText passage) {
        selection.show(line, passage);
    }

    public ReadLines lines() {
        return lines;
    }

    public LetterSelection selection() {
        return selection;
    }
}
