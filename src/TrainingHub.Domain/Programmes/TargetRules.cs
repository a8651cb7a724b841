using TrainingHub.Organizations;

namespace TrainingHub.Programmes;

/// <summary>How the rule of a target changes, and how it ends.</summary>
public static class TargetRules
{
    /// <summary>
    /// The target counts otherwise from a day on, until the next change that is known. The row that held on that day is closed; what of it lies before the day is
    /// appended anew: figures of earlier days stay as they are.
    /// </summary>
    /// <param name="target">Whose rule it is.</param>
    /// <param name="known">All its rules that we know.</param>
    /// <param name="draft">What holds then; only what a rule says is taken.</param>
    /// <param name="from">First day of the new rule (included).</param>
    /// <param name="by">When, by whom and why it is changed, and where ids come from.</param>
    /// <returns>Rows to append; none when no rule holds on the day or it says the same already.</returns>
    public static IReadOnlyList<TargetRule> Change(CoverageTarget target, IReadOnlyCollection<TargetRule> known, TargetDraft draft, DateOnly from, RuleChange by)
    {
        var (cut, until) = DatedChange.Place(known, from);
        if (cut is null || draft.IsSameRule(TargetDraft.Of(target, cut)))
        {
            return [];
        }

        cut.Supersede(by.Now);
        var changed = Row(target, draft, cut.From == from ? cut.FactId : null, from, until, by);
        return cut.From < from ? [Row(target, TargetDraft.Of(target, cut), cut.FactId, cut.From, from.AddDays(-1), by), changed] : [changed];
    }

    /// <summary>
    /// The target counts nobody and reminds nobody from a day on; figures of earlier days stay. Rules that hold later are closed; the last one before the day ends on its
    /// eve and says why.
    /// </summary>
    /// <param name="target">Which.</param>
    /// <param name="known">All its rules that we know.</param>
    /// <param name="from">First day without it (included).</param>
    /// <param name="by">When, by whom and why, and where ids come from.</param>
    /// <returns>The row to append; null when it has ended by then.</returns>
    public static TargetRule? Withdraw(CoverageTarget target, IReadOnlyCollection<TargetRule> known, DateOnly from, RuleChange by)
    {
        var ending = known.Where(rule => from <= rule.Until).ToList();
        if (ending.Count == 0 || known.Where(rule => rule.From < from).MaxBy(rule => rule.From) is not { } last)
        {
            return null;
        }

        ending.Where(rule => rule != last).Append(last).ToList().ForEach(rule => rule.Supersede(by.Now));
        return Row(target, TargetDraft.Of(target, last), last.FactId, last.From, from.AddDays(-1), by);
    }

    private static TargetRule Row(CoverageTarget target, TargetDraft draft, Guid? factId, DateOnly from, DateOnly until, RuleChange by)
    {
        var id = by.NextId();
        return draft.RuleOf(target.Id, id, factId ?? id, (from, until), by);
    }
}
