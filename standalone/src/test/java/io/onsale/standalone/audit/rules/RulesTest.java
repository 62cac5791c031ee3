package io.onsale.standalone.audit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.audit.Story;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ListAssert;

/** What the tests of rules share: a rule is shown a story, and its findings are compared by their words. */
abstract class RulesTest {

    static List<Finding> findings(Rule rule, Story story, long endMillis) {
        List<Finding> findings = new ArrayList<>();
        story.log().forEach(logged -> findings.addAll(rule.see(logged)));
        findings.addAll(rule.end(Story.OPENING.plusMillis(endMillis)));
        return findings;
    }

    static ListAssert<String> assertFindings(Rule rule, Story story) {
        return assertFindings(rule, story, 0);
    }

    static ListAssert<String> assertFindings(Rule rule, Story story, long endMillis) {
        return assertThat(
                findings(rule, story, endMillis).stream().map(Finding::what).toList());
    }
}
