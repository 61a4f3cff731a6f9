package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Text;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.session.CallFilter;
import org.ringback.session.CallOrder;
import org.ringback.session.CallRow;
import org.ringback.settings.Settings;
import org.ringback.window.calls.CallsTable;
import org.ringback.window.kit.PageScroll;

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
    void aStartOnAnotherDayIsShownWhole() {
        try (var window = WindowUnderTest.open(IN_CALLS, 1180, 700)) {
            window.drop(CallsSection.capture("gen-challenges-damaged.pcap"), Path.of("resources/sample/sample.pcap"));
            window.settleCalls();
            assertThat(Hands.all(".call-start .label", Label.class))
                    .filteredOn(label -> label.getText().startsWith("2026-"))
                    .isNotEmpty()
                    .allSatisfy(label -> assertThat(label.getWidth()).isGreaterThanOrEqualTo(label.prefWidth(-1) - 1));
        }
    }

    @Test
    void whatWasFoundOutIsInSightInASmallWindow() {
        try (var window = WindowUnderTest.open(IN_CALLS, 900, 600)) {
            window.act(() -> window.session().openSample());
            window.settleCalls();
            assertThat(column(window, CallOrder.By.FINDINGS).isVisible()).isTrue();
            assertThat(window.onFx(() -> table(window).getVisibleLeafColumns().stream()
                            .mapToDouble(TableColumn::getWidth)
                            .sum()))
                    .isLessThanOrEqualTo(window.onFx(() -> table(window).getWidth()));
            assertThat(window.session().remembered().getValue().calls().hidden())
                    .as("nobody has hidden anything")
                    .isEmpty();
        }
    }

    @Test
    void whatCouldNotBeUsedIsOnACardOfItsOwnSize() {
        try (var window = WindowUnderTest.open(IN_CALLS, 1180, 700)) {
            window.drop(CallsSection.capture("gen-challenges-damaged.pcap"));
            window.settleCalls();
            window.click(".unusable");
            var card = window.find(".unusable-list", PageScroll.class);
            double view = window.onFx(() -> card.getViewportBounds().getHeight());
            assertThat(window.onFx(() -> card.getContent().prefHeight(card.getWidth())))
                    .isPositive()
                    .isCloseTo(view, Offset.offset(3.0));
        }
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

    @Test
    void columnsStandAtTheNextStartWhereTheyWerePut() {
        Settings left;
        try (var window = withSample(IN_CALLS)) {
            window.act(() -> {
                var columns = table(window).getColumns();
                List<TableColumn<CallRow, ?>> moved = new ArrayList<>(columns);
                moved.addFirst(moved.remove(columns.indexOf(column(window, CallOrder.By.CODE))));
                columns.setAll(moved);
            });
            left = window.session().remembered().getValue();
        }
        try (var window = withSample(left)) {
            assertThat(table(window).getColumns())
                    .extracting(TableColumn::getId)
                    .startsWith("code", "start", "from")
                    .endsWith("findings");
            assertThat(column(window, CallOrder.By.CODE).isVisible()).isTrue();
        }
    }

    @Test
    void whatWasCapturedOfMediaIsToldInAWord() {
        try (var window = WindowUnderTest.open(IN_CALLS, 1400, 700)) {
            window.drop(CallsSection.capture("sipnab-sip-call-rtp-g711"));
            window.settleCalls();

            assertThat(column(window, CallOrder.By.MEDIA).isVisible()).isTrue();
            assertThat(Hands.all(".call-media", TableCell.class))
                    .filteredOn(cell -> cell.getItem() != null)
                    .extracting(cell -> cell.getText() + "; " + cell.getAccessibleText())
                    .contains("both ways; RTP of this call was captured in both directions.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "hi", "id"})
    void inAWideWindowTheWordForMediaIsWhole(String language) {
        var settings = new Settings(language, "light", "calls", null, null, null, null);
        try (var window = WindowUnderTest.open(settings, 1400, 700)) {
            window.act(() -> window.session().openSample());
            window.settleCalls();

            assertThat(Hands.all(".call-media", TableCell.class))
                    .filteredOn(cell -> cell.getItem() != null && cell.getText() != null)
                    .isNotEmpty()
                    .allSatisfy(cell ->
                            assertThat(((Text) cell.lookup(".text")).getText()).isEqualTo(cell.getText()));
        }
    }

    @Test
    void theColumnOfMediaGivesWayWhereThereIsLittleRoomUnlessItIsWanted() {
        Settings left;
        try (var window = WindowUnderTest.open(IN_CALLS, 900, 700)) {
            window.act(() -> window.session().openSample());
            window.settleCalls();
            assertThat(column(window, CallOrder.By.MEDIA).isVisible()).isFalse();
            assertThat(column(window, CallOrder.By.FINDINGS).isVisible()).isTrue();
            assertThat(window.session().remembered().getValue().calls().hidden())
                    .as("nobody has hidden it")
                    .isEmpty();

            window.act(() -> column(window, CallOrder.By.MEDIA).setVisible(true));
            left = window.onFx(() -> window.session().remembered().getValue());
            assertThat(left.calls().shown()).containsExactly("media");
        }
        try (var window = WindowUnderTest.open(left, 900, 700)) {
            window.act(() -> window.session().openSample());
            window.settleCalls();
            assertThat(column(window, CallOrder.By.MEDIA).isVisible()).isTrue();
            window.act(() -> column(window, CallOrder.By.MEDIA).setVisible(false));
            assertThat(window.session().remembered().getValue().calls().shown()).isEmpty();
        }
    }

    @Test
    void whoHidesTheColumnOfMediaInAWideWindowIsObeyed() {
        try (var window = WindowUnderTest.open(IN_CALLS, 1400, 700)) {
            window.act(() -> window.session().openSample());
            window.settleCalls();
            window.act(() -> column(window, CallOrder.By.MEDIA).setVisible(false));

            assertThat(column(window, CallOrder.By.MEDIA).isVisible()).isFalse();
            assertThat(window.session().remembered().getValue().calls().hidden())
                    .containsExactly("media");
        }
    }
}
