package org.ringback.window.kit;

import javafx.scene.control.MenuItem;

/** A line of a menu that does something; a line below a letter is one of its words, such as a host, and no mnemonic. */
public final class MenuLine {

    private MenuLine() {}

    public static MenuItem of(String words, Runnable action) {
        var line = new MenuItem(words);
        line.setMnemonicParsing(false);
        line.setOnAction(choice -> action.run());
        return line;
    }
}
