package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.handbook.CodeClass;
import org.ringback.handbook.Entry;
import org.ringback.session.Section;
import org.ringback.settings.Settings;

/** The list of codes and the open page tell the same: which code is open, and where the keyboard is. */
class ListAndPageTest {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    @ParameterizedTest
    @ValueSource(ints = {100, 200, 603, 900})
    void theOpenCodesRowIsWhollyInSightAtTheStart(int code) {
        try (var window = open(code)) {
            assertThat(openRows(window)).extracting(Entry::number).containsExactly(code);
            assertThat(openRowIsInSight(window)).isTrue();
        }
    }

    @Test
    void theRowIsInSightAfterALinkToAnotherClass() {
        try (var window = open(486)) {
            for (int code : List.of(600, 180, 604, 300)) {
                window.act(() -> window.session().open(code));
                assertThat(openRowIsInSight(window)).as("%d", code).isTrue();
            }
        }
    }

    @Test
    void theChooserBeginsAtTheRowOfItsCode() {
        var settings = new Settings("en", "light", "comparison", 486, 200, 604, null);
        try (var window = WindowUnderTest.open(settings)) {
            window.click(".code-chooser");
            assertThat(openRows(window)).extracting(Entry::number).containsExactly(200);
            assertThat(openRowIsInSight(window)).isTrue();
        }
    }

    @Test
    void aClickOpensThePageAndTheNextArrowTakesTheNextCode() {
        try (var window = open(486)) {
            window.click(cell(window, 487));
            assertThat(window.session().openPage().number()).isEqualTo(487);
            assertThat(window.focused()).isInstanceOf(ListView.class);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            assertThat(window.session().openPage().number()).isEqualTo(488);
        }
    }

    @Test
    void theMenuOfACodeOpensComparesAndCopiesIt() {
        try (var window = open(486)) {
            window.act(
                    () -> window.find(".code-picker .list-view", ListView.class).requestFocus());
            window.press(KeyCode.DOWN);
            window.press(KeyCode.SHIFT, KeyCode.F10);
            assertThat(menu())
                    .extracting(MenuItem::getText)
                    .containsExactly("Open 487 in the handbook", "Compare 486 with 487", "Copy");
            window.act(menu().get(1)::fire);
            assertThat(window.session().sectionProperty().get()).isEqualTo(Section.COMPARISON);
        }
    }

    private static List<MenuItem> menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(open -> ((ContextMenu) open).getItems().stream())
                .toList();
    }

    @Test
    void enterShowsWhatTheChosenClassHides() {
        try (var window = open(486)) {
            window.act(() -> window.session().picker().classFilterProperty().set(CodeClass.SERVER_FAILURE));
            window.type("603");
            window.press(KeyCode.ENTER);
            assertThat(selected(window).number()).isEqualTo(603);
            window.press(KeyCode.ENTER);
            assertThat(window.session().openPage().number()).isEqualTo(603);
        }
    }

    @Test
    void theFirstHitOfASearchDoesNotLookAsIfItWereOpen() {
        try (var window = open(486)) {
            window.type("48");
            assertThat(selected(window).number()).isNotEqualTo(486);
            assertThat(openRows(window)).extracting(Entry::number).containsExactly(486);
        }
    }

    @Test
    void aClassWithoutTheOpenCodeMarksNone() {
        try (var window = open(181)) {
            window.act(() -> window.session().picker().classFilterProperty().set(CodeClass.SERVER_FAILURE));
            assertThat(selected(window)).isNull();
            assertThat(openRows(window)).isEmpty();
        }
    }

    private static WindowUnderTest open(int code) {
        var settings = new Settings("en", "light", "handbook", code, 486, 600, null);
        return WindowUnderTest.open(settings, 900, 600);
    }

    private static Entry selected(WindowUnderTest window) {
        return window.onFx(() -> (Entry)
                window.find(".list-view", ListView.class).getSelectionModel().getSelectedItem());
    }

    private static List<Entry> openRows(WindowUnderTest window) {
        return window.onFx(() -> cells().filter(
                        cell -> cell.getPseudoClassStates().contains(OPEN))
                .map(cell -> (Entry) ((ListCell<?>) cell).getItem())
                .toList());
    }

    private static Node cell(WindowUnderTest window, int code) {
        return window.onFx(() -> cells().filter(
                        cell -> ((ListCell<?>) cell).getItem() instanceof Entry entry && entry.number() == code)
                .findFirst()
                .orElseThrow());
    }

    private static Stream<Node> cells() {
        return Hands.all(".code-cell", Node.class).stream()
                .filter(cell -> cell.isVisible() && cell.getScene().getWindow().isShowing());
    }

    private static boolean openRowIsInSight(WindowUnderTest window) {
        return window.onFx(() -> cells().filter(
                        cell -> cell.getPseudoClassStates().contains(OPEN))
                .allMatch(cell -> {
                    Node list = cell;
                    while (!(list instanceof ListView)) {
                        list = list.getParent();
                    }
                    Bounds row = cell.localToScene(cell.getLayoutBounds());
                    Bounds view = list.localToScene(list.getLayoutBounds());
                    return row.getMinY() >= view.getMinY() - 1 && row.getMaxY() <= view.getMaxY() + 1;
                }));
    }
}
