using System.ComponentModel.DataAnnotations;
using TrainingHub.Programmes;

namespace TrainingHub.Sessions;

/// <summary>The form of an expert.</summary>
public sealed record LecturerInput
{
    /// <summary>Code of the unit that keeps the entry; asked of a new one only.</summary>
    public string? Organization { get; init; }

    [Required(ErrorMessage = "Required_LecturerName"), StringLength(Lecturer.LongestName, ErrorMessage = "Required_LecturerName")]
    public string Name { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(Lecturer.LongestText, ErrorMessage = "TooLong_LecturerText")]
    public string Unit { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(Lecturer.LongestText, ErrorMessage = "TooLong_LecturerText")]
    public string Title { get; init => field = value?.Trim() ?? ""; } = "";
    public ExpertDomain[] Domains { get; init => field = [.. value.Where(domain => Enum.IsDefined(domain) && int.PopCount((int)domain) is 1)]; } = [];
    public bool IsRetired { get; init; }

    /// <summary>The version that the form shows.</summary>
    public int Version { get; init; }

    internal ExpertDomain Mask => Domains.Aggregate(ExpertDomain.None, (all, one) => all | one);

    internal static LecturerInput Of(Lecturer one) => new()
    {
        Name = one.Name,
        Unit = one.Unit,
        Title = one.Title,
        Domains = [.. Enum.GetValues<ExpertDomain>().Where(domain => int.PopCount((int)domain) is 1 && one.Domains.HasFlag(domain))],
        IsRetired = one.IsRetired,
        Version = one.Version,
    };
}
