package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.api.Test;
import org.ringback.session.CallFilter;
import org.ringback.session.CallOrder;
import org.ringback.session.CallRow;
import org.ringback.settings.Settings;
import org.ringback.window.calls.CallsTable;

/** What the user has done to the list of calls stays when its contents change, and when the program starts again. */
class CallsTableTest {

    private static final Settings IN_CALLS = new Settings("en", "light", "calls", 486, 486, 600, null);

    private static WindowUnderTest withSample(Settings settings) {
        var window = WindowUnderTest.open(settings, 1180, 900);
        window.act(() -> window.session().openSample());
        window.settleCalls();
        return window;
    }

    private static CallsTable table(WindowUnderTest window) {
        return window.find(".calls-table", CallsTable.class);
    }

    private static List<Integer> selected(WindowUnderTest window) {
        return window.onFx(() -> table(window).getSelectionModel().getSelectedItems().stream()
                .map(CallRow::code)
                .sorted()
                .toList());
    }

    private static TableColumn<CallRow, ?> column(WindowUnderTest window, CallOrder.By by) {
        return window.onFx(() -> table(window).getColumns().stream()
                .filter(column -> column.getId().equals(by.id()))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void severalSelectedCallsStaySelectedWhenTheListChanges() {
        try (var window = withSample(IN_CALLS)) {
            window.act(() -> {
                List<Integer> codes =
                        table(window).getItems().stream().map(CallRow::code).toList();
                table(window).getSelectionModel().selectIndices(codes.indexOf(486), codes.indexOf(487));
            });
            assertThat(selected(window)).containsExactly(486, 487);
            window.act(() -> window.session().calls().orderProperty().set(new CallOrder(CallOrder.By.CODE, true)));
            window.settleCalls();
            assertThat(selected(window)).containsExactly(486, 487);
            window.act(() -> window.session().calls().filterProperty().set(CallFilter.USUAL.withProblemsOnly(true)));
            window.settleCalls();
            assertThat(selected(window)).containsExactly(486);
        }
    }

    @Test
    void aHiddenColumnStaysHiddenAtTheNextStartUntilItIsShownAgain() {
        Settings left;
        try (var window = withSample(IN_CALLS)) {
            window.act(() -> column(window, CallOrder.By.TALK).setVisible(false));
            left = window.session().remembered().getValue();
        }
        assertThat(left.calls().hidden()).containsExactly(CallOrder.By.TALK.id());
        try (var window = withSample(left)) {
            assertThat(column(window, CallOrder.By.TALK).isVisible()).isFalse();
            assertThat(column(window, CallOrder.By.CODE).isVisible()).isTrue();
            window.act(() -> column(window, CallOrder.By.TALK).setVisible(true));
            assertThat(window.session().remembered().getValue().calls().hidden())
                    .isEmpty();
        }
    }
}
