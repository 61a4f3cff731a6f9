package org.ringback.window.calls;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.call.Note;
import org.ringback.session.CallsLayout;
import org.ringback.session.LadderModel;
import org.ringback.session.Open;
import org.ringback.session.OpenCall;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.DraggedDivider;
import org.ringback.window.kit.Focus;
import org.ringback.window.kit.Pane;
import org.ringback.window.ladder.LadderReader;
import org.ringback.window.ladder.LadderView;
import org.ringback.window.message.MessageMenu;
import org.ringback.window.message.MessageView;
import org.ringback.window.share.Sharing;

/** The open call: its ladder, and beside it what was found out or the message that is read. */
final class CallPage extends SplitPane {

    private static final double NARROW = 660;
    private static final double USUAL = 0.56;

    private final Session session;
    private final CallsLayout layout;
    private final Sharing sharing;
    private final Consumer<String> copy;
    private final StackPane ladder = new StackPane();
    private final CallSide side;
    private final LadderReader reader = new Reader();
    private final InvalidationListener onSize = change -> arrange();
    private final InvalidationListener onOpen = change -> show();
    private final InvalidationListener onNote = change -> redraw();
    private OpenCall shown;
    private Orientation arranged;
    private boolean messageNext;

    /**
     * Follows the open call of the session.
     *
     * @param copy takes what the user copies from a message
     * @param tools what can be done with the page
     */
    CallPage(Session session, Sharing sharing, Consumer<String> openAddress, Consumer<String> copy, Node tools) {
        this.session = session;
        this.layout = session.callsLayout();
        this.sharing = sharing;
        this.copy = copy;
        this.side = new CallSide(
                session.texts(),
                new FindingsPane(session, openAddress, copy, this::showMedia),
                () -> new MediaPane(session, sharing),
                tools,
                new NotListed(session));
        getStyleClass().add("call-page");
        setMinHeight(0);
        accessibleTextProperty().bind(session.texts().text(CallsViewText.CALL_PAGE));
        ladder.getStyleClass().add("ladder-place");
        ladder.setMinWidth(0);
        getItems().addAll(ladder, side);
        widthProperty().addListener(change -> arrange());
        session.textSize().zoomProperty().addListener(onSize);
        DraggedDivider.of(this, this::remember);
        session.calls().openProperty().addListener(onOpen);
        session.calls().notes().changedProperty().addListener(onNote);
        show();
    }

    /** What is asked for in the ladder is shown beside it, or on the page of the code. */
    private final class Reader implements LadderReader {

        @Override
        public void chosen() {
            side.showMessage();
        }

        @Override
        public void openMessage() {
            side.showMessage();
        }

        @Override
        public void openMedia() {
            side.chooseMedia();
        }

        @Override
        public void openCode(int code) {
            session.open(code);
        }

        @Override
        public Note note(Message message) {
            return session.calls().notes().of(shown.legOf(message), message);
        }

        @Override
        public List<MenuItem> offers(Message message, Node beside) {
            return new MessageMenu(session, shown, copy).items(message, side::showMessage, beside);
        }
    }

    /** The ladder, and what stands beside it. */
    List<Pane> panes() {
        return ladder.getChildren().isEmpty()
                ? List.of()
                : List.of(new Pane(ladder, this::enterLadder), new Pane(side, side::enter));
    }

    private void showMedia() {
        side.showMedia();
    }

    private void enterLadder() {
        ((LadderView) ladder.getChildren().getFirst()).read();
    }

    private void redraw() {
        ladder.getChildren().forEach(view -> ((LadderView) view).redraw());
    }

    /** Puts the keyboard on what stands beside the ladder. */
    void enter() {
        side.enter();
    }

    /** Puts the keyboard on what was found out. */
    void read() {
        side.readFindings();
    }

    /** Of the call that is shown next, the message that is selected comes before what was found out. */
    void showMessageNext() {
        messageNext = true;
    }

    private void show() {
        Open open = session.calls().openProperty().get();
        if (open == null || open.call() == shown) {
            return;
        }
        boolean inLadder = Focus.ownerInside(ladder) != null;
        boolean inSide = Focus.ownerInside(side) != null;
        shown = open.call();
        var view = new LadderView(
                new LadderModel(shown, session.ladder(), ZoneId.systemDefault()), session.texts(), reader);
        view.shareWith(sharing);
        ladder.getChildren().setAll(view);
        OpenCall call = shown;
        side.replace(
                () -> new MessageView(session, call, copy),
                shown.legs().stream().anyMatch(leg -> leg.kind() == CallKind.CALL));
        if (messageNext) {
            messageNext = false;
            side.showMessage();
        }
        // What had the keyboard is gone with the call before.
        if (inLadder) {
            enterLadder();
        } else if (inSide && Focus.ownerInside(side) == null) {
            side.enter();
        }
    }

    /** Beside each other, or one above the other where the window is narrow. */
    private void arrange() {
        double narrow = NARROW * session.textSize().zoomProperty().get();
        var wanted = getWidth() < narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL;
        if (getWidth() > 0 && wanted != arranged) {
            arranged = wanted;
            setOrientation(wanted);
            // While a window opens it is laid out at sizes it never has; only after that does the share hold.
            Platform.runLater(this::place);
        }
    }

    private void place() {
        List<Double> remembered = layout.partsProperty().get();
        setDividerPositions(remembered.size() == 1 ? remembered.getFirst() : USUAL);
    }

    private void remember(double share) {
        if (arranged == Orientation.HORIZONTAL) {
            layout.partsProperty().set(List.of(share));
        }
    }
}
