using TrainingHub.Organizations;
using TrainingHub.Programmes;

namespace TrainingHub.Coverage;

/// <summary>What an organization is and under whom it stands, through all days that we know of.</summary>
public sealed class OrganizationHistory(IReadOnlyList<OrganizationDetails> details, IReadOnlyList<OrganizationPath> paths)
{
    /// <summary>Whether the organization belongs to the target's population on a day: inside the setter's sub-tree, of a kind asked for, with the flags asked for.</summary>
    public bool IsCounted(TargetTerms target, DateOnly day) =>
        paths.Any(path => path.AncestorId == target.SetterId && path.From <= day && day <= path.Until)
        && details.Any(detail => detail.HoldsOn(day) && Matches(target.Rule, detail));

    /// <summary>Days on which something about the organization begins, or has just ended, that may change the target's population.</summary>
    public IEnumerable<DateOnly> Boundaries(TargetTerms target) =>
        details.SelectMany(detail => Boundary.Of(detail.From, detail.Until))
            .Concat(paths.Where(path => path.AncestorId == target.SetterId).SelectMany(path => Boundary.Of(path.From, path.Until)));

    private static bool Matches(TargetRule rule, OrganizationDetails detail) =>
        (rule.Kinds & detail.Kind) != OrganizationKind.None
        && (detail.Flags & rule.RequiredFlags) == rule.RequiredFlags
        && (detail.Flags & rule.ExcludedFlags) == OrganizationFlags.None;
}
