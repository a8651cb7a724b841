using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Programmes;

/// <summary>The form that corrects a target from a day on. Who set it and its year stay.</summary>
public sealed record TargetEdit : TargetInput
{
    /// <summary>First day on which it counts so (included).</summary>
    [Required(ErrorMessage = "Required_Day")]
    public DateOnly? From { get; init; }

    [Required(ErrorMessage = "Required_Reason"), StringLength(400, ErrorMessage = "TooLong_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>What the form was made from.</summary>
    public string? Version { get; init; }

    /// <summary>The form as the target is.</summary>
    internal static TargetEdit Of(TargetDraft draft) => new()
    {
        Name = draft.Name,
        NameEn = string.Equals(draft.NameEn, draft.Name, StringComparison.Ordinal) ? null : draft.NameEn,
        Source = draft.Source,
        Year = draft.Year,
        Percent = draft.Percent,
        Positions = ChoicesOf(draft.Positions),
        Kinds = ChoicesOf(draft.Kinds),
        RequiredFlags = ChoicesOf(draft.RequiredFlags),
        ExcludedFlags = ChoicesOf(draft.ExcludedFlags),
        Employments = ChoicesOf(draft.Employments),
        WindowFrom = draft.WindowFrom,
        WindowUntil = draft.WindowUntil,
        RosterDay = draft.RosterDay == draft.CutOffDay ? null : draft.RosterDay,
        CutOffDay = draft.CutOffDay,
        OnlyWhileValid = draft.OnlyWhileValid,
    };
}
