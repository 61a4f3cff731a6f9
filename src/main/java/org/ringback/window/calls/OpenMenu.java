package org.ringback.window.calls;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.language.Texts;
import org.ringback.session.Recent;
import org.ringback.session.Session;
import org.ringback.window.kit.CallWords;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.MenuLine;
import org.ringback.window.kit.Opening;
import org.ringback.window.kit.OpeningText;

/** Opens files, adds some to those that are open, and opens again what was open before. */
final class OpenMenu extends SplitMenuButton {

    private final Session session;
    private final Opening opening;
    private final InvalidationListener onChange = change -> fill();

    OpenMenu(Session session, Opening opening) {
        this.session = session;
        this.opening = opening;
        textProperty().bind(session.texts().text(CallsViewText.OPEN));
        setGraphic(Icons.of(Feather.FOLDER));
        setOnAction(click -> opening.choose());
        getStyleClass().add("open-files");
        setMinWidth(USE_PREF_SIZE);
        session.calls().capture().recent().groups().addListener(new WeakInvalidationListener(onChange));
        session.calls().capture().sourceProperty().addListener(onChange);
        session.calls().capture().stateProperty().addListener(onChange);
        session.texts().textsProperty().addListener(onChange);
        fill();
    }

    private void fill() {
        Texts texts = session.texts().get();
        List<MenuItem> items = new ArrayList<>();
        if (session.calls().loading().canAdd()) {
            items.add(MenuLine.of(texts.get(OpeningText.ADD), opening::chooseMore));
            items.add(MenuLine.of(texts.get(ClocksText.OPEN), () -> ClocksCard.show(session, this)));
        } else {
            // The sample and pasted text stand alone; a line that is only pale would not say why.
            MenuItem why = MenuLine.of(texts.get(OpeningText.ONLY_TO_FILES), () -> {});
            why.setDisable(true);
            items.add(why);
        }
        List<Recent> groups = session.calls().capture().recent().groups();
        if (!groups.isEmpty()) {
            items.add(new SeparatorMenuItem());
            groups.forEach(group -> items.add(MenuLine.of(
                    texts.get(
                            OpeningText.RECENT_IN,
                            CallWords.source(group.source(), texts),
                            CallWords.folder(group.source())),
                    () -> session.openAgain(group))));
            items.add(new SeparatorMenuItem());
            items.add(MenuLine.of(
                    texts.get(OpeningText.FORGET), session.calls().capture().recent()::forgetAll));
        }
        getItems().setAll(items);
    }
}
