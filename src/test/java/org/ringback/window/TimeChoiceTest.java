package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.window.CallsSection.table;
import static org.ringback.window.CallsSection.withSample;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ringback.session.CallRow;
import org.ringback.session.TimeRange;

/** The list shows the calls of an hour or of a program, however the user asks for them. */
class TimeChoiceTest {

    private static <T> T inCard(WindowUnderTest window, String query, Class<T> type) {
        return window.onFx(() -> window.roots().stream()
                .flatMap(root -> root.lookupAll(query).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow());
    }

    private static List<CallRow> rows(WindowUnderTest window) {
        return window.onFx(() -> List.copyOf(table(window).getItems()));
    }

    private static Button choice(WindowUnderTest window) {
        return window.find(".time-choice", Button.class);
    }

    @Test
    void timesAreTypedAsTheyStandInTheListAndWhatIsNoneIsRefused() {
        try (var window = withSample()) {
            List<CallRow> all = rows(window);
            window.act(choice(window)::fire);
            var from = inCard(window, ".time-card .text-field", TextField.class);
            window.act(() -> from.setText("noon"));
            assertThat(inCard(window, ".apply-time", Button.class).isDisabled()).isTrue();
            window.act(() -> from.setText(from.getPromptText()));
            window.press(KeyCode.ENTER);
            window.settleCalls();
            assertThat(rows(window)).isEqualTo(all);

            TimeRange range = window.session().calls().filterProperty().get().began();
            assertThat(range.from()).isPresent();
            assertThat(range.to()).isEmpty();
            assertThat(window.onFx(choice(window)::getText)).startsWith("Time: since ");
            window.click(".reset-filters");
            window.settleCalls();
            assertThat(window.onFx(choice(window)::getText)).isEqualTo("Time");
        }
    }

    @Test
    void aBarOfTheStatisticsNarrowsTheListToItsTime() {
        try (var window = withSample()) {
            window.act(window.find(".statistics-button", Button.class)::fire);
            window.settleCalls();
            int all = rows(window).size();
            window.act(inCard(window, ".period", Button.class)::fire);
            window.settleCalls();
            assertThat(rows(window)).isNotEmpty().hasSizeLessThan(all);
            assertThat(window.onFx(choice(window)::getText)).contains("\u2013");
        }
    }

    @Test
    void aProgramIsTakenFromTheMenuOfACallAndLeftOutAtAClick() {
        try (var window = withSample()) {
            int all = rows(window).size();
            window.act(() -> table(window).getItems().stream()
                    .filter(row -> row.programs().contains("carrier-sbc/4.2"))
                    .findFirst()
                    .ifPresent(table(window).getSelectionModel()::select));
            window.act(() -> table(window)
                    .fireEvent(
                            new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 60, 20, 80, true, null)));
            window.act(() -> table(window).getContextMenu().getItems().stream()
                    .filter(item -> "Only calls with carrier-sbc/4.2".equals(item.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire());
            window.settleCalls();
            assertThat(rows(window)).isNotEmpty().hasSizeLessThan(all);
            assertThat(window.onFx(window.find(".program-chosen", Button.class)::getText))
                    .isEqualTo("Program: carrier-sbc/4.2");
            window.click(".program-chosen");
            window.settleCalls();
            assertThat(rows(window)).hasSize(all);
        }
    }
}
