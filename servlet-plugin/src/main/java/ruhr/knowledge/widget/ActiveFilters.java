package ruhr.knowledge.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Relaxation;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;
import ruhr.knowledge.value.Wording;
import ruhr.knowledge.widget.view.ActiveFilter;
import ruhr.knowledge.widget.view.Chip;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.Wordbook;
import ruhr.knowledge.widget.view.Words;

/** Says which filters are set, and which of them stands in the way of any result. For one rendering. */
final class ActiveFilters {

    private final FilterSchema<?> schema;
    private final PanelLinks links;
    private final Wordbook wordbook;

    ActiveFilters(FilterSchema<?> schema, PanelLinks links, Wordbook wordbook) {
        this.schema = schema;
        this.links = links;
        this.wordbook = wordbook;
    }

    /** Returns everything that the visitor set, each with the link that takes it back. */
    List<ActiveFilter> all() {
        List<ActiveFilter> active = new ArrayList<>();
        for (Filter condition : links.conditions()) {
            if (condition instanceof Filter.Choice choice) {
                addChoice(choice, active);
            } else if (condition instanceof Filter.Not not && not.part() instanceof Filter.Choice excluded) {
                for (String value : excluded.values()) {
                    add(
                            wordbook.say(Message.WITHOUT) + " " + label(excluded.field()),
                            value(excluded.field(), value),
                            links.including(not, excluded, value),
                            active);
                }
            } else if (condition instanceof Filter.Preset preset) {
                add(wordbook.say(Message.PRESET), preset(preset), links.without(condition), active);
            } else if (condition instanceof Filter.Text text) {
                add(wordbook.say(Message.WORDS), new Words(text.words(), null), links.without(condition), active);
            } else {
                add(wordbook.say(Message.CONDITION), described(condition), links.without(condition), active);
            }
        }
        for (FilterSchema.Field<?> field : links.lifted()) {
            Message all = field.name().equals("status") ? Message.ALL_STATUS : Message.ANY_VALUE;
            add(label(field.name()), new Words(wordbook.say(all), null), links.restoring(field), active);
        }
        return active;
    }

    private void addChoice(Filter.Choice choice, List<ActiveFilter> active) {
        FilterSchema.Field<?> field = schema.field(choice.field()).orElse(null);
        if (field == null || !choice.values().equals(field.defaults())) {
            for (String value : choice.values()) {
                String href = field == null ? links.without(choice) : links.removing(field, value);
                add(label(choice.field()), value(choice.field(), value), href, active);
            }
        }
    }

    private void add(String what, Words label, String href, List<ActiveFilter> active) {
        active.add(new ActiveFilter(what, label, wordbook.say(Message.REMOVE_FILTER), href));
    }

    /** Returns, where nothing was found, which filter would have to go and what that brings. */
    List<Chip> ways(Answer<?> answer) {
        List<Chip> ways = new ArrayList<>();
        for (Relaxation relaxation : answer.relaxations()) {
            String results = wordbook.count(relaxation.total(), Message.RESULTS_ONE, Message.RESULTS_OTHER);
            ways.add(new Chip(
                    wordbook.say(Message.WITHOUT_IT),
                    new Words(briefly(relaxation.without()) + " (" + results + ")", null),
                    links.without(relaxation.without()),
                    false));
        }
        return ways;
    }

    private String briefly(Filter condition) {
        if (condition instanceof Filter.Choice choice) {
            return label(choice.field()) + ": "
                    + choice.values().stream()
                            .map(value -> value(choice.field(), value).text())
                            .collect(Collectors.joining(", "));
        }
        if (condition instanceof Filter.Text text) {
            return wordbook.say(Message.WORDS) + ": " + text.words();
        }
        return described(condition).text();
    }

    private Words described(Filter condition) {
        String said = schema.describeCondition(condition, wordbook.language());
        return new Words(said, wordbook.saysFilters() ? null : "en");
    }

    private String label(String field) {
        return schema.field(field)
                .map(it -> it.label().in(wordbook.language()).text())
                .orElse(field);
    }

    private Words value(String field, String value) {
        boolean isReadable = Slug.is(value)
                || schema.field(field).stream().anyMatch(it -> it.span(value).isPresent());
        return isReadable
                ? schema.field(field).map(it -> words(it.label(value))).orElse(new Words(value, null))
                : new Words(wordbook.say(Message.UNREADABLE), null);
    }

    private Words preset(Filter.Preset preset) {
        return schema.presets()
                .find(preset.id())
                .map(found -> words(found.label()))
                .orElse(new Words(preset.id(), null));
    }

    private Words words(LocalizedText text) {
        return words(text.in(wordbook.language()), wordbook);
    }

    static Words words(Wording wording, Wordbook wordbook) {
        return new Words(
                wording.text(),
                wording.isForeignTo(wordbook.language()) ? wording.language().getLanguage() : null);
    }
}
