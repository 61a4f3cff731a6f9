package org.ringback.window.calls;

import java.time.ZoneId;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.session.CallFilter;
import org.ringback.session.CallsModel;
import org.ringback.session.Session;
import org.ringback.statistics.CallStatistics;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Card;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.PageScroll;

/** Shows what is open in numbers, as soon as they are counted. */
final class StatisticsButton extends Button {

    private final Session session;
    private final CallsModel calls;
    private final InvalidationListener onList = change -> showWhetherUsable();

    StatisticsButton(Session session) {
        super("", Icons.of(Feather.BAR_CHART_2));
        this.session = session;
        this.calls = session.calls();
        getStyleClass().addAll("flat", "statistics-button");
        setMinWidth(USE_PREF_SIZE);
        Icons.tooltip(this, session.texts().text(CallsViewText.STATISTICS));
        accessibleTextProperty().bind(session.texts().text(CallsViewText.STATISTICS));
        setOnAction(click -> calls.count(ZoneId.systemDefault(), this::show));
        calls.listProperty().addListener(onList);
        showWhetherUsable();
    }

    private void showWhetherUsable() {
        setDisable(calls.listProperty().get().all() == 0);
    }

    private void show(CallStatistics counted) {
        if (getScene() == null) {
            return; // Whoever asked has gone elsewhere meanwhile.
        }
        var scroll = new PageScroll(session.texts());
        var card = new Card(scroll, ArrowLocation.TOP_RIGHT);
        scroll.show(
                new StatisticsPage(session.answers().get(), counted, filter -> {
                    card.hide();
                    calls.filterProperty().set(filter.apply(CallFilter.USUAL));
                }),
                false);
        scroll.getStyleClass().add("statistics-card");
        card.show(this);
    }
}
