package org.ringback.window.kit;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.call.Note;
import org.ringback.language.LiveTexts;
import org.ringback.language.Texts;

/** Marks something, and opens the note at it. Made anew when something is noted. */
public final class NoteTools extends HBox {

    public NoteTools(NoteTarget target, LiveTexts live) {
        Texts texts = live.get();
        Note now = target.note().get();
        var mark = new ToggleButton("", Icons.of(Feather.FLAG));
        mark.getStyleClass().addAll("flat", "button-icon", "mark-button");
        mark.setSelected(now.marked());
        String words = texts.get(now.marked() ? NoteText.UNMARK : NoteText.MARK);
        mark.setAccessibleText(words);
        mark.setTooltip(new Tooltip(words));
        mark.setOnAction(click -> target.toggle());
        mark.setMinWidth(USE_PREF_SIZE);
        Button write = Icons.button(Icons.of(Feather.EDIT_3), live.text(NoteText.WRITE));
        write.getStyleClass().add("note-button");
        write.setOnAction(click -> NoteCard.show(target, live, write));
        write.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(mark, write);
        getStyleClass().add("note-tools");
        setMinWidth(USE_PREF_SIZE);
    }

    /** The same in a menu. */
    public static List<MenuItem> items(NoteTarget target, LiveTexts live, Runnable write) {
        Texts texts = live.get();
        return List.of(
                MenuLine.of(texts.get(target.note().get().marked() ? NoteText.UNMARK : NoteText.MARK), target::toggle),
                MenuLine.of(texts.get(NoteText.WRITE), write));
    }
}
