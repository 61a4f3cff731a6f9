package org.ringback.window.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.ringback.call.Message;
import org.ringback.language.Texts;
import org.ringback.session.OpenCall;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.MenuLine;
import org.ringback.window.kit.NoteCard;
import org.ringback.window.kit.NoteTarget;
import org.ringback.window.kit.NoteTools;

/** What can be done with a message in the ladder. */
public final class MessageMenu {

    private final Session session;
    private final OpenCall call;
    private final Consumer<String> copy;

    /** @param copy takes what the user copies */
    public MessageMenu(Session session, OpenCall call, Consumer<String> copy) {
        this.session = session;
        this.call = call;
        this.copy = copy;
    }

    /**
     * All of it as it is now.
     *
     * @param read shows the selected message
     * @param beside where a note is written
     */
    public List<MenuItem> items(Message message, Runnable read, Node beside) {
        Texts texts = session.texts().get();
        List<MenuItem> items = new ArrayList<>();
        items.add(MenuLine.of(texts.get(MessageText.READ), read));
        int status = message.head().status();
        if (session.answers().get().find(status).isPresent()) {
            items.add(MenuLine.of(
                    texts.get(CallsViewText.OPEN_CODE, Integer.toString(status)), () -> session.open(status)));
        }
        items.add(MenuLine.of(texts.get(MessageText.COPY), () -> copy.accept(MessageView.text(message))));
        var target = NoteTarget.of(session, call.legOf(message), message);
        items.addAll(NoteTools.items(target, session.texts(), () -> NoteCard.show(target, session.texts(), beside)));
        return items;
    }
}
