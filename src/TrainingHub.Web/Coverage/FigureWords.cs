using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Organizations;
using TrainingHub.Programmes;

namespace TrainingHub.Coverage;

/// <summary>Words for figures: how they stand against the target, and what stands where nobody is counted.</summary>
public sealed class FigureWords(IStringLocalizer<CoverageText> text, StandingWords words)
{
    /// <summary>Class and icon of the chip, and its word.</summary>
    public (string Style, string Icon, string Word) State(TargetSummary target, CoverageFigure figure) => (figure.Against(target.Rule), target.IsRunning) switch
    {
        (Achievement.NobodyCounted, _) when figure.UndeclaredPosts > 0 => ("warn", "help-circle", text["State_Undeclared"]),
        (Achievement.NobodyCounted, _) => ("", "info-circle", text["State_Nobody"]),
        (Achievement.Met, true) => ("ok", "circle-check", text["State_MetRunning", target.DaysLeft]),
        (Achievement.Met, false) => ("ok", "circle-check", text["State_Met"]),
        (Achievement.NotMetUndeclared, _) => ("warn", "help-circle", text["State_UnitsUndeclared", figure.UndeclaredUnits]),
        (_, true) => ("warn", "clock", text["State_Running", target.DaysLeft]),
        _ => ("bad", "alert-circle", text["State_NotMet"]),
    };

    /// <summary>What stands in place of a percentage where nobody is counted; never 0 nor 100 %.</summary>
    public (string Style, string Icon, string Word) Zero(CoverageFigure figure) => figure switch
    {
        { UndeclaredPosts: > 0 } => ("warn", "help-circle", text["Zero_Undeclared"]),
        { Elsewhere: > 0 } => ("", "info-circle", text["Zero_Elsewhere"]),
        { Excluded: > 0 } => ("", "info-circle", text["Zero_Excluded"]),
        { VacantPosts: > 0 } => ("", "minus", text["Zero_Vacant"]),
        { NotKeptPosts: > 0 } => ("", "minus", text["Zero_NotKept"]),
        _ => ("", "minus", text["Zero_Nobody"]),
    };

    /// <summary>At least 30 %, or 100 %.</summary>
    public string Goal(TargetRule rule) => text[rule.Percent == 100 ? "Goal_All" : "Goal_AtLeast", rule.Percent];

    /// <summary>People that the target still lacks, or has beyond what it needs.</summary>
    public string Gap(int gap) => gap switch
    {
        > 0 => text["Gap_Missing", gap.Grouped()],
        0 => text["Gap_None"],
        _ => text["Gap_Beyond", (-gap).Grouped()],
    };

    /// <summary>The kinds of organization counted, with flags asked for and excluded.</summary>
    public string Kinds(TargetRule rule)
    {
        var kinds = string.Join(text["And"], Bits((int)rule.Kinds).Select(bit => (string)text["Kind_" + (OrganizationKind)bit]));
        var required = Bits((int)rule.RequiredFlags).Select(bit => (string)text["Flag_Required", text["Flag_" + (OrganizationFlags)bit]]);
        var excluded = Bits((int)rule.ExcludedFlags).Select(bit => (string)text["Flag_Excluded", text["Flag_" + (OrganizationFlags)bit]]);
        return string.Concat([kinds, .. required, .. excluded]);
    }

    /// <summary>The definition, sentence by sentence.</summary>
    public IEnumerable<string> Definition(TargetSummary target, CoverageFigure total)
    {
        var rule = target.Rule;
        yield return text[target.Roster == target.CutOff ? "Definition_CountedOneDay" : "Definition_Counted", target.SetterName, Kinds(rule), words.Posts(rule.Positions), target.Roster, target.CutOff, total.Excluded];
        if (rule.Employments != Employment.All)
        {
            yield return text["Definition_Employments", string.Join(text["And"], Bits((int)rule.Employments).Select(bit => (string)text["Employment_" + (Employment)bit]))];
        }

        var last = rule.WindowUntil < target.CutOff ? rule.WindowUntil : target.CutOff;
        yield return text["Definition_Covered", rule.WindowFrom, last, target.ProgrammeTitle];
        if (rule.OnlyWhileValid)
        {
            yield return text["Definition_OnlyWhileValid"];
        }

        if (target.Terms.IsOnlyWhileInPostOn(target.CutOff))
        {
            yield return text["Definition_OnlyWhileInPost"];
        }

        yield return text["Definition_Once"];
        yield return text["Definition_Rounding"];
        yield return text["Definition_Zero"];
        if (rule.Percent == 100)
        {
            yield return text["Definition_All"];
        }
    }

    private static IEnumerable<int> Bits(int mask)
    {
        for (; mask != 0; mask &= mask - 1)
        {
            yield return mask & -mask;
        }
    }
}
