package org.ringback.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ringback.session.Section;
import org.ringback.session.Session;
import org.ringback.window.calls.CallsView;
import org.ringback.window.kit.Focus;
import org.ringback.window.kit.KeyHelp;
import org.ringback.window.kit.Look;
import org.ringback.window.kit.Opening;
import org.ringback.window.kit.Pane;
import org.ringback.window.kit.Toast;
import org.ringback.window.pages.ComparisonView;
import org.ringback.window.pages.HandbookView;
import org.ringback.window.share.Sharing;

/** Everything in the window: header, the current section, keys that work from anywhere. */
final class MainWindow {

    /** How large the window is at the very first start. */
    static final double WIDTH = 1180;

    static final double HEIGHT = 800;

    private static final double NARROW = 760;
    private static final double COMPACT = 1000;
    private static final PseudoClass IS_NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass IS_COMPACT = PseudoClass.getPseudoClass("compact");

    private final Session session;
    private final Consumer<String> openAddress;
    private final BorderPane root = new BorderPane();
    private final Scene scene;
    private final HeaderBar header;
    private final Sharing sharing;
    private final KeyHelp keyHelp;
    private final HandbookView handbook;
    private final InvalidationListener onSection = change -> showSection();
    private final Opening opening;
    private final Toast toast;
    private ComparisonView comparison;
    private CallsView calls;

    /**
     * Builds the scene; the stage shows it.
     *
     * @param openAddress opens an address in the user's browser
     * @param whereTo asks where to save
     * @param whichFiles asks which captures and logs to open
     */
    MainWindow(Session session, Consumer<String> openAddress, Sharing.WhereTo whereTo, Opening.WhichFiles whichFiles) {
        this.session = session;
        var layers = new StackPane(root);
        layers.getStyleClass().add(Look.ROOT);
        // With a size of its own the scene need not ask every node how large it would like to be.
        scene = new Scene(layers, WIDTH, HEIGHT);
        // Before there is anything in it: turning a scene round styles all of it at once.
        Look.keep(session, scene);
        this.toast = new Toast(layers);
        this.openAddress = new Browsing(openAddress, session.texts(), toast)::open;
        this.keyHelp = new KeyHelp(session.texts(), this.openAddress);
        this.opening = new Opening(session, toast, layers, whichFiles);
        this.sharing = new Sharing(session, toast, whereTo);
        this.handbook = new HandbookView(session, sharing, this.openAddress);
        this.header = new HeaderBar(session, opening, this::showKeys);
        handbook.picker().searchedBy(header.search());
        root.setTop(header);
        scene.widthProperty().addListener(change -> arrange());
        session.textSize().zoomProperty().addListener(change -> arrange());
        addKeys();
        DesktopKeys.add(scene, session, this::panes);
        opening.takeDropsOn(scene);
        session.sectionProperty().addListener(onSection);
        showSection();
    }

    /** Says something that nobody asked for, such as that the program made a mistake. */
    void tell(String words) {
        toast.say(words);
    }

    /** Says below the header what can be done, until it was tried or closed. */
    void welcome() {
        root.setTop(new VBox(header, new Welcome(session, opening::sample, () -> root.setTop(header))));
    }

    private void arrange() {
        double zoom = session.textSize().zoomProperty().get();
        boolean narrow = scene.getWidth() < NARROW * zoom;
        boolean compact = scene.getWidth() < COMPACT * zoom;
        scene.getRoot().pseudoClassStateChanged(IS_NARROW, narrow);
        scene.getRoot().pseudoClassStateChanged(IS_COMPACT, compact);
        header.arrange(narrow, compact);
    }

    Scene scene() {
        return scene;
    }

    /** Puts the keyboard where a user starts. */
    void begin() {
        if (session.sectionProperty().get() == Section.CALLS) {
            calls().begin();
        } else {
            focusSearch();
        }
    }

    private void focusSearch() {
        header.search().requestFocus();
        header.search().selectAll();
    }

    private void showSection() {
        Node keyboard = Focus.ownerInside(root.getCenter());
        if (root.getCenter() instanceof CallsView left) {
            left.leave();
        }
        switch (session.sectionProperty().get()) {
            case HANDBOOK -> {
                root.setCenter(handbook);
                if (keyboard != null) {
                    handbook.read(keyboard.isFocusVisible());
                }
            }
            case COMPARISON -> {
                root.setCenter(comparison());
                comparison().read();
            }
            case CALLS -> {
                root.setCenter(calls());
                calls().begin();
            }
        }
    }

    /** Built at its first showing: the window appears sooner. */
    private ComparisonView comparison() {
        if (comparison == null) {
            comparison = new ComparisonView(session, sharing, openAddress);
        }
        return comparison;
    }

    /** Built at its first showing, as the comparison. */
    private CallsView calls() {
        if (calls == null) {
            calls = new CallsView(session, opening, sharing, openAddress);
        }
        return calls;
    }

    /** The ways by which captures and logs come in. */
    Opening opening() {
        return opening;
    }

    /** The page that is shared now, if there is one. */
    Optional<Sharing.Source> current() {
        return root.getCenter() instanceof Sharing.Source source ? Optional.of(source) : Optional.empty();
    }

    /** What the keys for sharing work on now. */
    private Sharing.Keys sharingKeys() {
        return current().map(sharing::keys).orElseGet(() -> calls().sharing());
    }

    /** The parts of the window, from the top. */
    private List<Pane> panes() {
        List<Pane> panes = new ArrayList<>(List.of(Pane.of(header.search())));
        panes.addAll(
                switch (session.sectionProperty().get()) {
                    case HANDBOOK -> handbook.panes();
                    case COMPARISON -> comparison().panes();
                    case CALLS -> calls().panes();
                });
        return panes;
    }

    private void showKeys() {
        keyHelp.toggle(header.keys());
    }

    private void addKeys() {
        key(KeyCode.K, this::searchFromAnywhere, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.DIGIT1, () -> session.sectionProperty().set(Section.HANDBOOK), KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.DIGIT2, () -> session.sectionProperty().set(Section.COMPARISON), KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.DIGIT3, () -> session.sectionProperty().set(Section.CALLS), KeyCombination.SHORTCUT_DOWN);
        OpeningKeys.add(scene, opening, this::narrowing);
        key(KeyCode.F, this::find, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.F, this::findInMessages, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        key(KeyCode.F3, this::filterCalls);
        key(KeyCode.LEFT, session.history()::back, KeyCombination.ALT_DOWN);
        key(KeyCode.RIGHT, session.history()::forward, KeyCombination.ALT_DOWN);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getButton() == MouseButton.BACK) {
                session.history().back();
            } else if (press.getButton() == MouseButton.FORWARD) {
                session.history().forward();
            }
        });
        key(KeyCode.E, this::swap, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.C, () -> sharingKeys().copy(), KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        key(KeyCode.S, () -> sharingKeys().save(), KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.P, () -> sharingKeys().print(), KeyCombination.SHORTCUT_DOWN);
        // What is being read is left from anywhere, also before anything has the keyboard.
        key(KeyCode.ESCAPE, session.calls()::cancel);
        key(KeyCode.F1, this::showKeys);
        Zoom.listen(scene, session.textSize());
        header.search().addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                header.search().clear();
            }
        });
        TypedAnywhere.listen(scene, this::fieldForTyping);
    }

    private TextField fieldForTyping() {
        if (listOfCallsShown()) {
            filterCalls();
            return calls().words();
        }
        searchFromAnywhere();
        return header.search();
    }

    private boolean listOfCallsShown() {
        return session.sectionProperty().get() == Section.CALLS && calls().words() != null;
    }

    /** On the page that is shown; among calls in the list of them, where nothing is read. */
    private void find() {
        switch (session.sectionProperty().get()) {
            case HANDBOOK -> handbook.find();
            case COMPARISON -> comparison().find();
            case CALLS -> filterCalls();
        }
    }

    private void findInMessages() {
        if (session.sectionProperty().get() == Section.CALLS) {
            calls().findInMessages();
        }
    }

    private Optional<TextField> narrowing() {
        filterCalls();
        return listOfCallsShown() ? Optional.of(calls().words()) : Optional.empty();
    }

    private void filterCalls() {
        if (listOfCallsShown()) {
            calls().narrow();
        }
    }

    /** What nobody sees is not swapped. */
    private void swap() {
        if (session.sectionProperty().get() == Section.COMPARISON) {
            session.comparison().swap();
        }
    }

    private void key(KeyCode code, Runnable action, KeyCombination.Modifier... modifiers) {
        scene.getAccelerators().put(new KeyCodeCombination(code, modifiers), action);
    }

    private void searchFromAnywhere() {
        session.sectionProperty().set(Section.HANDBOOK);
        focusSearch();
    }
}
