package org.ringback.window.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.ringback.language.Language;
import org.ringback.session.Session;
import org.ringback.session.Theme;

/** Light or dark, left or right: keeps a scene's look in step with the session and with the system. */
public final class Look {

    /** The style class on every root of ours, on which our style sheets build. */
    public static final String ROOT = "ringback";

    /** The font's size in pixels, for the few sizes that no style sheet can set. */
    public static final double EM = Font.getDefault().getSize();

    /** The size of the letters in pixels as the style sheets set it, before they are enlarged. */
    public static final double LETTERS = TypeSheet.FONT;

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final PseudoClass RIGHT_TO_LEFT = PseudoClass.getPseudoClass("rtl");

    /** No window can be seen through, as with VNC or X over ssh: there the shadow of a menu would be a white frame around it. */
    private static final PseudoClass OPAQUE = PseudoClass.getPseudoClass("opaque");

    private final Session session;
    private final Scene scene;
    private final ReadOnlyObjectProperty<ColorScheme> system =
            Platform.getPreferences().colorSchemeProperty();

    private Look(Session session, Scene scene) {
        this.session = session;
        this.scene = scene;
    }

    /** The colors alone, for a scene that stands there before there is a session. */
    public static void color(Theme theme, Scene scene) {
        scene.getRoot().getStyleClass().add(ROOT);
        scene.getStylesheets().setAll(styleSheets());
        applyTheme(theme, scene);
    }

    /** Follows the session from now on. */
    public static void keep(Session session, Scene scene) {
        var look = new Look(session, scene);
        InvalidationListener onTheme = change -> look.applyTheme();
        session.themeProperty().addListener(onTheme);
        // The system outlives every window.
        look.system.addListener(new WeakInvalidationListener(onTheme));
        session.answers().addListener(change -> look.applyDirection());
        look.applyTheme();
        session.textSize().zoomProperty().addListener(change -> look.applyType());
        look.applyDirection();
    }

    /** Everything is measured by the font of the root. */
    private void applyType() {
        boolean rightToLeft = session.answers().get().language().rightToLeft();
        var sheets = new ArrayList<String>();
        // The first one: those that set another size go on to do so.
        TypeSheet.of(session.textSize().zoomProperty().get(), rightToLeft).ifPresent(sheets::add);
        sheets.addAll(styleSheets());
        if (!scene.getStylesheets().equals(sheets)) {
            scene.getStylesheets().setAll(sheets);
        }
    }

    private void applyTheme() {
        applyTheme(session.themeProperty().get(), scene);
    }

    private static void applyTheme(Theme theme, Scene scene) {
        boolean dark = isDark(theme);
        Application.setUserAgentStylesheet(dark ? new PrimerDark().getUserAgentStylesheet() : lightStyleSheet());
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
        scene.getRoot().pseudoClassStateChanged(OPAQUE, !Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW));
    }

    private void applyDirection() {
        Language language = session.answers().get().language();
        applyType();
        scene.getRoot().pseudoClassStateChanged(RIGHT_TO_LEFT, language.rightToLeft());
        // Setting it anew would style every node anew, even where nothing changes.
        if (scene.getEffectiveNodeOrientation() != orientation(language.rightToLeft())) {
            scene.setNodeOrientation(orientation(language.rightToLeft()));
        }
    }

    private static boolean isDark(Theme theme) {
        return switch (theme) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /** Gives a card the look of the window over which it opens. */
    static void lend(Scene window, Parent card) {
        var states = window.getRoot().getPseudoClassStates();
        card.pseudoClassStateChanged(DARK, states.contains(DARK));
        card.pseudoClassStateChanged(RIGHT_TO_LEFT, states.contains(RIGHT_TO_LEFT));
        card.getStylesheets().setAll(window.getStylesheets());
        card.setNodeOrientation(window.getEffectiveNodeOrientation());
    }

    public static NodeOrientation orientation(boolean rightToLeft) {
        return rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT;
    }

    public static String lightStyleSheet() {
        return new PrimerLight().getUserAgentStylesheet();
    }

    public static List<String> styleSheets() {
        return List.of(styleSheet("bridge.css"), styleSheet("ringback.css"));
    }

    private static String styleSheet(String name) {
        return Objects.requireNonNull(Look.class.getResource("/style/" + name)).toExternalForm();
    }
}
