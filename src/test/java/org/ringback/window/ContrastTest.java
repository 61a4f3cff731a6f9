package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.ringback.session.Section;
import org.ringback.settings.Settings;

/**
 * Every text stands out 4.5 to 1, every drawing, every border of a control and every ring of the keyboard 3 to 1 from what it
 * lies on (WCAG 2.2, 1.4.3, 1.4.11 and 2.4.13), measured from what is painted, in all sections, in light and in dark.
 */
class ContrastTest {

    private static final PseudoClass FOCUS_VISIBLE = PseudoClass.getPseudoClass("focus-visible");
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final Set<String> WITHOUT_BORDER = Set.of("flat", "column-head", "button-icon", "hyperlink");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everythingCanBeToldFromWhatItLiesOn(String theme) {
        var settings = new Settings("en", theme, "handbook", 486, 200, 604, null);
        try (var window = WindowUnderTest.open(settings, 1180, 800)) {
            List<String> faint = new ArrayList<>();
            examine(window, "handbook", faint);
            window.act(() -> window.session().search("480 busy"));
            examine(window, "search", faint);
            window.act(() -> window.session().sectionProperty().set(Section.COMPARISON));
            examine(window, "comparison", faint);
            window.click(".code-chooser");
            examine(window, "chooser", faint);
            window.act(() -> window.session().sectionProperty().set(Section.CALLS));
            examine(window, "invitation", faint);
            window.act(() -> window.session().openSample());
            window.settleCalls();
            CallsSection.open(window, 503);
            examine(window, "calls", faint);
            window.act(() -> {
                var call = window.session().calls().openProperty().get().call();
                call.selectedProperty().set(call.call().messages().getLast());
            });
            window.click("Message");
            examine(window, "message", faint);
            assertThat(faint).isEmpty();
        }
    }

    private static void examine(WindowUnderTest window, String where, List<String> faint) {
        window.act(() -> {
            for (Parent root : List.copyOf(window.roots())) {
                examine(root, (node, what) -> faint.add(where + ": " + what + " of " + node));
            }
        });
    }

    private interface Fault {
        void of(String node, String what);
    }

    private static void examine(Parent root, Fault fault) {
        List<Control> rings = new ArrayList<>();
        walk(root, node -> {
            if ((node instanceof ButtonBase || node instanceof TextField) && Pixels.whole(node)) {
                rings.add((Control) node);
            }
        });
        rings.forEach(control -> ring(control, false));
        Pixels plain = Pixels.of(root);
        walk(root, node -> {
            if (node instanceof Text text && !text.getText().isBlank() && Pixels.whole(text)) {
                double least = text instanceof FontIcon ? 3 : 4.5;
                double is = plain.strongest(Pixels.inSight(text));
                if (is < least) {
                    fault.of(
                            text.getText() + " " + text.getStyleClass() + " in " + text.getParent() + " in "
                                    + text.getParent().getParent(),
                            String.format(Locale.ROOT, "text %.2f", is));
                }
            }
            if (node instanceof Control control && control.isFocusTraversable() && Pixels.whole(control)) {
                if (bordered(control) && plain.edge(Pixels.inSight(control)) < 3) {
                    fault.of(
                            name(control),
                            String.format(Locale.ROOT, "border %.2f", plain.edge(Pixels.inSight(control))));
                }
            }
        });
        rings.forEach(control -> ring(control, true));
        Pixels ringed = Pixels.of(root);
        for (Control control : rings) {
            Bounds at = Pixels.inSight(control);
            Bounds around = new BoundingBox(at.getMinX() - 4, at.getMinY() - 4, at.getWidth() + 8, at.getHeight() + 8);
            double whole = 2 * 2 * (at.getWidth() + at.getHeight());
            if (ringed.changed(around, plain) < 0.6 * whole) {
                fault.of(name(control), String.format(Locale.ROOT, "ring %.2f", ringed.changed(around, plain) / whole));
            }
        }
        rings.forEach(control -> ring(control, control.isFocused()));
        root.applyCss();
    }

    private static void ring(Control control, boolean shown) {
        control.pseudoClassStateChanged(FOCUSED, shown);
        control.pseudoClassStateChanged(FOCUS_VISIBLE, shown);
    }

    private static boolean bordered(Control control) {
        return !(control instanceof Hyperlink || control instanceof CheckBox)
                && (control instanceof ButtonBase || control instanceof TextField)
                && control.getStyleClass().stream().noneMatch(WITHOUT_BORDER::contains);
    }

    private static String name(Control control) {
        return control.getStyleClass() + " " + control.getAccessibleText()
                + (control instanceof ButtonBase button ? " " + button.getText() : "");
    }

    private static void walk(Node node, Consumer<Node> visit) {
        visit.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visit));
        }
    }
}
