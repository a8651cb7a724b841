using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Numerics;
using TrainingHub.Organizations;
using TrainingHub.People;

namespace TrainingHub.Programmes;

/// <summary>The form of a target set by hand.</summary>
public record TargetInput
{
    /// <summary>Code of the setting organization.</summary>
    [Required(ErrorMessage = "Required_Setter")]
    public string? Organization { get; init; }

    [Required(ErrorMessage = "Required_TargetName"), StringLength(120, ErrorMessage = "TooLong_Name")]
    public string Name { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(200, ErrorMessage = "TooLong_NameEn")]
    public string? NameEn { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    [StringLength(200, ErrorMessage = "TooLong_Source")]
    public string? Source { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    [Required(ErrorMessage = "Bad_Year"), Range(2000, 2200, ErrorMessage = "Bad_Year")]
    public int? Year { get; init; }

    /// <summary>Whole percent.</summary>
    [Required(ErrorMessage = "Bad_Percent"), Range(1, 100, ErrorMessage = "Bad_Percent")]
    public int? Percent { get; init; }

    public CorePosition[] Positions { get; init; } = [];
    public OrganizationKind[] Kinds { get; init; } = [];
    public OrganizationFlags[] RequiredFlags { get; init; } = [];
    public OrganizationFlags[] ExcludedFlags { get; init; } = [];
    public Employment[] Employments { get; init; } = [];

    [Required(ErrorMessage = "Required_Day")]
    public DateOnly? WindowFrom { get; init; }

    /// <summary>Last day (included).</summary>
    [Required(ErrorMessage = "Required_Day")]
    public DateOnly? WindowUntil { get; init; }

    /// <summary>Null: the cut-off day.</summary>
    public DateOnly? RosterDay { get; init; }

    [Required(ErrorMessage = "Required_Day")]
    public DateOnly? CutOffDay { get; init; }
    public bool OnlyWhileValid { get; init; }

    /// <summary>The draft; null while a day or number is missing or a choice is none of those offered.</summary>
    internal TargetDraft? Draft(Guid programmeId, Setter setter, string series)
    {
        int[] chosen = [.. Positions.Cast<int>(), .. Kinds.Cast<int>(), .. RequiredFlags.Cast<int>(), .. ExcludedFlags.Cast<int>(), .. Employments.Cast<int>()];
        if (!Array.TrueForAll(chosen, choice => BitOperations.IsPow2(choice))
            || !Array.TrueForAll(Positions, Enum.IsDefined) || !Array.TrueForAll(Kinds, Enum.IsDefined) || !Array.TrueForAll(Employments, Enum.IsDefined)
            || !Array.TrueForAll(RequiredFlags, Enum.IsDefined) || !Array.TrueForAll(ExcludedFlags, Enum.IsDefined)
            || Year is not { } year || Percent is not { } percent || WindowFrom is not { } from || WindowUntil is not { } until || CutOffDay is not { } cutOff)
        {
            return null;
        }

        return new TargetDraft
        {
            ProgrammeId = programmeId,
            OrganizationId = setter.Id,
            Series = series,
            Name = Name,
            NameEn = NameEn,
            Year = year,
            Source = Source,
            Percent = percent,
            Positions = (CorePosition)Mask(Positions.Cast<int>()),
            Kinds = (OrganizationKind)Mask(Kinds.Cast<int>()),
            RequiredFlags = (OrganizationFlags)Mask(RequiredFlags.Cast<int>()),
            ExcludedFlags = (OrganizationFlags)Mask(ExcludedFlags.Cast<int>()),
            Employments = (Employment)Mask(Employments.Cast<int>()),
            WindowFrom = from,
            WindowUntil = until,
            RosterDay = RosterDay ?? cutOff,
            CutOffDay = cutOff,
            OnlyWhileValid = OnlyWhileValid,
        };
    }

    /// <summary>The single choices of a mask.</summary>
    internal static T[] ChoicesOf<T>(T mask) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Where(choice => BitOperations.IsPow2(Convert.ToInt32(choice, CultureInfo.InvariantCulture)) && mask.HasFlag(choice))];

    private static int Mask(IEnumerable<int> bits) => bits.Aggregate(0, (mask, bit) => mask | bit);
}
