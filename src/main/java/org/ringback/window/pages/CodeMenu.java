package org.ringback.window.pages;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.ringback.handbook.Entry;
import org.ringback.language.Texts;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.MenuLine;
import org.ringback.window.text.Copied;

/** What can be done with a code in a list, for whoever looks for it with the right button or the menu key. */
final class CodeMenu {

    private final Session session;
    private final ListView<Entry> list;
    /** A window of its own, which most lists never need. */
    private ContextMenu menu;

    private CodeMenu(Session session, ListView<Entry> list) {
        this.session = session;
        this.list = list;
    }

    /** Opens over a list of codes from now on. */
    static void over(ListView<Entry> list, Session session) {
        var menu = new CodeMenu(session, list);
        list.setOnContextMenuRequested(menu::open);
    }

    /** Copies how a code is called. */
    static void copy(Entry entry) {
        Copied.put(entry.code().title() + " \u2013 " + entry.definition().phrase());
    }

    private void open(ContextMenuEvent asked) {
        Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry == null) {
            return;
        }
        if (menu == null) {
            menu = new ContextMenu();
        }
        menu.getItems().setAll(items(entry));
        menu.show(list, asked.getScreenX(), asked.getScreenY());
        asked.consume();
    }

    private List<MenuItem> items(Entry entry) {
        Texts texts = session.texts().get();
        int number = entry.number();
        int open = session.handbook().codeProperty().get();
        List<MenuItem> items = new ArrayList<>();
        items.add(
                MenuLine.of(texts.get(CallsViewText.OPEN_CODE, Integer.toString(number)), () -> session.open(number)));
        if (number != open) {
            items.add(MenuLine.of(
                    texts.get(CallsViewText.COMPARE_CODES, Integer.toString(open), Integer.toString(number)),
                    () -> session.compareOpenPageWith(number)));
        }
        items.add(MenuLine.of(texts.get(CallsViewText.COPY_ROWS), () -> copy(entry)));
        return items;
    }
}
