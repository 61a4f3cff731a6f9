package org.ringback.window.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ringback.session.CallsModel;
import org.ringback.session.CaptureModel;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Focus;
import org.ringback.window.kit.Look;
import org.ringback.window.kit.Opening;
import org.ringback.window.kit.Pane;
import org.ringback.window.kit.Prose;
import org.ringback.window.share.CallSharing;
import org.ringback.window.share.Sharing;
import org.ringback.window.text.WrappedText;

/** The section of calls: an invitation while nothing is open, then the list with the open call below. */
public final class CallsView extends StackPane {

    /** Below so many times the font's size the section is low. */
    private static final double LOW = 46;

    private static final PseudoClass IS_LOW = PseudoClass.getPseudoClass("low");

    private final Session session;
    private final CallsModel calls;
    private final CallsInvitation invitation;
    private final CallsToolbar toolbar;
    private final CallsTable table;
    private final CallSharing sharing;
    private final CallTools tools;
    private final CallPage page;
    private final MessageFinder finder;
    private final CallsSplit split;
    private final BorderPane opened = new BorderPane();
    /** Stands in the place of a page that could not be made. */
    private final WrappedText unopened = Prose.text("", "muted", "not-opened");

    private final InvalidationListener onRoom = change -> Platform.runLater(this::shareRoom);
    private final InvalidationListener onFilter = change -> enlarge(false);
    private final InvalidationListener onState = change -> showState();
    private final InvalidationListener onSource = change -> Platform.runLater(this::focusNewList);
    private final InvalidationListener onOpen = change -> showPage();
    /** What had the keyboard when another section was shown, or {@code null}. */
    private Node left;
    /** Whether the keyboard was on the invitation, so that the list takes it as soon as it is there. */
    private boolean invited;

    public CallsView(Session session, Opening opening, Sharing sharing, Consumer<String> openAddress) {
        this.session = session;
        this.calls = session.calls();
        getStyleClass().add("calls");
        invitation = new CallsInvitation(session, opening);
        tools = new CallTools(session, () -> enlarge(!enlarged()), this::closeCall);
        page = new CallPage(session, sharing, openAddress, sharing::copy, tools);
        table = new CallsTable(session, page::read);
        this.sharing = new CallSharing(session, sharing, table.getSelectionModel()::getSelectedItems);
        table.menu().alsoOffer(this.sharing::menu);
        finder = new MessageFinder(session, page::showMessageNext, table::requestFocus);
        table.lookInMessages(finder::look);
        toolbar = new CallsToolbar(session, opening, this.sharing, finder::open);
        split = new CallsSplit(session, this::low, () -> enlarge(true));
        split.getItems().add(table);
        opened.setTop(new VBox(
                toolbar, finder, new IncidentBar(session, openAddress, sharing::copy), new ChangedFiles(session)));
        opened.setCenter(split);
        // Below, so that the rows stay where they are when it comes and goes.
        opened.setBottom(new LoadingBar(session));
        toolbar.words().addEventFilter(KeyEvent.KEY_PRESSED, this::keyInWords);
        // A filter, because a table keeps Escape for itself.
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.sceneProperty().addListener(change -> Platform.runLater(this::focusTable));
        calls.capture().stateProperty().addListener(onState);
        calls.capture().sourceProperty().addListener(onSource);
        calls.openProperty().addListener(onOpen);
        calls.filterProperty().addListener(onFilter);
        calls.unopenedProperty().addListener(onOpen);
        // Not at once: the height becomes another one while a layout goes on.
        heightProperty().addListener(onRoom);
        session.textSize().zoomProperty().addListener(onRoom);
        unopened.textProperty().bind(session.texts().text(CallsViewText.NOT_OPENED));
        showState();
        showPage();
    }

    /** Where words that narrow the list are typed; {@code null} while there is no list. */
    public TextField words() {
        return getChildren().contains(opened) ? toolbar.words() : null;
    }

    /** Puts the keyboard where words that narrow the list are typed. */
    public void narrow() {
        toolbar.unfold();
        toolbar.words().requestFocus();
        toolbar.words().selectAll();
    }

    /** Lets the user look for words in all messages, if there are any. */
    public void findInMessages() {
        if (words() != null) {
            finder.open();
        }
    }

    /** The ways by which calls leave the program. */
    public CallSharing sharing() {
        return sharing;
    }

    /** The list, and what is shown of the open call. */
    public List<Pane> panes() {
        if (!getChildren().contains(opened)) {
            return List.of(new Pane(invitation, invitation::begin));
        }
        List<Pane> panes = new ArrayList<>();
        if (!enlarged()) {
            panes.add(new Pane(table, table::requestFocus));
        }
        if (split.getItems().contains(page)) {
            panes.addAll(page.panes());
        }
        return panes;
    }

    /** Remembers where the keyboard is, for the way back. */
    public void leave() {
        left = Focus.ownerInside(this);
    }

    /** Puts the keyboard where the user was, or else where a user starts. */
    public void begin() {
        if (getChildren().contains(opened)) {
            Node where = left != null && left.getScene() != null ? left : table;
            where.requestFocus();
        } else {
            invitation.begin();
        }
    }

    /** The split pane takes the table in only when it is first laid out: before that it cannot have the keyboard. */
    private void focusTable() {
        if (table.getScene() != null && (invited || Focus.ownerInside(this) == null)) {
            invited = false;
            table.requestFocus();
        }
    }

    /** Whoever has opened something looks at its calls next, unless she goes on typing. */
    private void focusNewList() {
        if (table.getScene() != null && !(table.getScene().getFocusOwner() instanceof TextInputControl)) {
            table.requestFocus();
        }
    }

    private void showState() {
        boolean empty = calls.capture().stateProperty().get() == CaptureModel.State.EMPTY;
        boolean hadFocus =
                getScene() != null && (getScene().getFocusOwner() == null || Focus.ownerInside(this) != null);
        var wanted = empty ? invitation : opened;
        left = empty ? null : left;
        if (!getChildren().contains(wanted)) {
            getChildren().setAll(wanted);
            invited = hadFocus && !empty;
            if (hadFocus) {
                begin();
            }
        }
        invitation.refresh();
    }

    private void showPage() {
        boolean failed = calls.unopenedProperty().get() != null;
        boolean open = failed || calls.openProperty().get() != null;
        Node wanted = failed ? unopened : page;
        if (!open || failed) {
            enlarge(false);
        }
        if (open && split.getItems().size() == 2) {
            split.getItems().set(1, wanted);
        } else if (open && !enlarged()) {
            split.getItems().add(wanted);
            split.divide();
        } else if (!open) {
            split.getItems().removeAll(page, unopened);
        }
        shareRoom();
    }

    /** In a low window everything stands closer, and the filters give way to an open call. */
    private void shareRoom() {
        boolean low = low();
        pseudoClassStateChanged(IS_LOW, low);
        toolbar.fold(low && (enlarged() || split.getItems().size() == 2));
    }

    private boolean low() {
        return getHeight() < LOW * Look.EM * session.textSize().zoomProperty().get();
    }

    /** Whether the open call has the place of the list too. */
    private boolean enlarged() {
        return split.getItems().size() == 1 && split.getItems().getFirst().equals(page);
    }

    private void enlarge(boolean wanted) {
        if (wanted == enlarged()) {
            return;
        }
        if (wanted) {
            split.getItems().remove(table);
            page.enter();
        } else {
            split.getItems().addFirst(table);
            split.divide();
        }
        tools.enlarged(wanted);
        toolbar.steps().enlarged(wanted);
    }

    private void closeCall() {
        calls.closeCall();
        table.getSelectionModel().clearSelection();
        table.requestFocus();
    }

    private void keyInWords(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> {
                table.openFirst();
                table.requestFocus();
            }
            case DOWN -> {
                table.requestFocus();
                table.openFirst();
            }
            case ESCAPE -> toolbar.words().clear();
            default -> {
                return;
            }
        }
        key.consume();
    }

    /**
     * Alt and an arrow lead to another call; Escape leaves what is being read, then the enlarged call, then the call, then the
     * words that narrow the list.
     */
    private void key(KeyEvent key) {
        if (key.isAltDown() && (key.getCode() == KeyCode.UP || key.getCode() == KeyCode.DOWN)) {
            toolbar.steps().step(key.getCode() == KeyCode.UP ? -1 : 1);
            key.consume();
        }
        if (key.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (calls.loading().reading()) {
            calls.cancel();
        } else if (key.getTarget() instanceof TextInputControl) {
            return;
        } else if (enlarged()) {
            enlarge(false);
            table.requestFocus();
        } else if (split.getItems().size() == 2) {
            closeCall();
        } else if (!toolbar.words().getText().isEmpty()) {
            toolbar.words().clear();
        } else {
            return;
        }
        key.consume();
    }
}
