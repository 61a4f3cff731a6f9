package org.ringback.window.kit;

import javafx.scene.control.TextField;

/**
 * A field for words to look for. Files, or several lines, are no such words: pasted here they are opened as they are anywhere
 * else, by key and by menu.
 */
public final class SearchField extends TextField {

    private final Opening opening;

    public SearchField(Opening opening) {
        this.opening = opening;
    }

    @Override
    public void paste() {
        if (opening.copiedWords().isPresent()) {
            super.paste();
        } else {
            opening.paste();
        }
    }
}
