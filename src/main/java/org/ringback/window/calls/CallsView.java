package org.ringback.window.calls;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.session.CallsModel;
import org.ringback.session.CaptureModel;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Focus;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.Opening;
import org.ringback.window.kit.Prose;
import org.ringback.window.share.CallSharing;
import org.ringback.window.share.Sharing;

/** The section of calls: an invitation while nothing is open, then the list with the open call below. */
public final class CallsView extends StackPane {

    private static final double LIST_SHARE = 0.34;

    private final Session session;
    private final CallsModel calls;
    private final CallsInvitation invitation;
    private final CallsToolbar toolbar;
    private final CallsTable table;
    private final CallSharing sharing;
    private final CallPage page;
    private final SplitPane split = new SplitPane();
    private final BorderPane opened = new BorderPane();
    private final VBox aboveList = new VBox();
    private final BooleanProperty callAlone = new SimpleBooleanProperty(this, "callAlone");
    /** Stands in the place of a page that could not be made. */
    private final Label unopened = Prose.text("", "muted", "not-opened");

    private final InvalidationListener onState = change -> showState();
    private final InvalidationListener onOpen = change -> showPage();
    private boolean placed;
    /** What had the keyboard when another section was shown, or {@code null}. */
    private Node left;

    public CallsView(Session session, Opening opening, Sharing sharing, Consumer<String> openAddress) {
        this.session = session;
        this.calls = session.calls();
        getStyleClass().add("calls");
        invitation = new CallsInvitation(session, opening);
        page = new CallPage(session, sharing, openAddress, sharing::copy);
        table = new CallsTable(session, page::read);
        this.sharing = new CallSharing(session, sharing, table.getSelectionModel()::getSelectedItems);
        table.menu().alsoOffer(this.sharing::menu);
        toolbar = new CallsToolbar(session, opening, this.sharing);
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().add(table);
        split.getStyleClass().add("calls-split");
        aboveList.getChildren().setAll(toolbar, new IncidentBar(session, openAddress));
        opened.setTop(new VBox(aboveList, new ChangedFiles(session)));
        opened.setCenter(split);
        // Below, so that the rows stay where they are when it comes and goes.
        opened.setBottom(new LoadingBar(session));
        page.addTools(enlarging(), closing());
        split.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clickOnDivider);
        toolbar.words().addEventFilter(KeyEvent.KEY_PRESSED, this::keyInWords);
        // A filter, because a table keeps Escape for itself.
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.sceneProperty().addListener(change -> Platform.runLater(this::focusTable));
        calls.capture().stateProperty().addListener(onState);
        calls.openProperty().addListener(onOpen);
        calls.unopenedProperty().addListener(onOpen);
        unopened.textProperty().bind(session.texts().text(CallsViewText.NOT_OPENED));
        showState();
        showPage();
    }

    private Button enlarging() {
        Button button = Icons.button(Icons.of(Feather.MAXIMIZE_2), session.texts().text(CallsViewText.CALL_ALONE));
        button.getStyleClass().add("call-alone");
        button.setOnAction(click -> callAlone.set(!callAlone.get()));
        callAlone.addListener(change -> {
            boolean alone = callAlone.get();
            button.setGraphic(Icons.of(alone ? Feather.MINIMIZE_2 : Feather.MAXIMIZE_2));
            var words = session.texts().text(alone ? CallsViewText.LIST_TOO : CallsViewText.CALL_ALONE);
            button.accessibleTextProperty().bind(words);
            Icons.tooltip(button, words);
            aboveList.setVisible(!alone);
            aboveList.setManaged(!alone);
            showPage();
        });
        return button;
    }

    private Button closing() {
        Button button = Icons.button(Icons.of(Feather.X), session.texts().text(CallsViewText.CLOSE_CALL));
        button.getStyleClass().add("close-call");
        button.setOnAction(click -> {
            calls.closeCall();
            table.getSelectionModel().clearSelection();
            table.requestFocus();
        });
        return button;
    }

    private void clickOnDivider(MouseEvent click) {
        boolean onDivider = click.getTarget() instanceof Node target
                && target.getStyleClass().contains("split-pane-divider")
                && split.equals(target.getParent());
        if (onDivider && click.getClickCount() == 2) {
            callAlone.set(true);
            click.consume();
        }
    }

    /** Where words that narrow the list are typed; {@code null} while there is no list. */
    public TextField words() {
        return getChildren().contains(opened) ? toolbar.words() : null;
    }

    /** The ways by which calls leave the program. */
    public CallSharing sharing() {
        return sharing;
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
        if (table.getScene() != null && Focus.ownerInside(this) == null) {
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
        if (failed || !open) {
            callAlone.set(false);
        }
        if (callAlone.get()) {
            split.getItems().setAll(page);
            return;
        }
        if (!split.getItems().contains(table)) {
            split.getItems().setAll(table);
        }
        if (open && split.getItems().size() == 2) {
            split.getItems().set(1, wanted);
        } else if (open) {
            placed = false;
            split.getItems().add(wanted);
            split.getDividers().getFirst().positionProperty().addListener(change -> remember());
            // Only after the first layout does the share hold.
            Platform.runLater(this::place);
        } else {
            split.getItems().removeAll(page, unopened);
        }
    }

    private void place() {
        Double remembered = session.callsLayout().listProperty().get();
        split.setDividerPositions(remembered == null ? LIST_SHARE : remembered);
        placed = true;
    }

    private void remember() {
        if (placed && split.getItems().size() == 2) {
            session.callsLayout().listProperty().set(split.getDividerPositions()[0]);
        }
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

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && calls.capture().stateProperty().get() == CaptureModel.State.LOADING) {
            calls.cancel();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && Focus.ownerInside(page) != null) {
            callAlone.set(false);
            Platform.runLater(table::requestFocus);
            key.consume();
        }
    }
}
