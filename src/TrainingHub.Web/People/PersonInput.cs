using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace TrainingHub.People;

/// <summary>Name, staff number and phone as typed.</summary>
public sealed partial record PersonInput
{
    [Required(ErrorMessage = "Required_Name"), StringLength(60, ErrorMessage = "TooLong_Name")]
    public string Name { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(40, ErrorMessage = "TooLong_Number")]
    public string? StaffNumber { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    [StringLength(30, ErrorMessage = "Bad_Phone")]
    public string? Phone { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    public string? Version { get; init; }

    /// <summary>Keys of what is wrong beyond the shape, by field.</summary>
    internal IEnumerable<(string Field, string Key)> Faults()
    {
        if (Phone is not null && PhoneNumber.Tidy(Phone) is null)
        {
            yield return (nameof(Phone), "Bad_Phone");
        }

        if (StaffNumber is not null && IdentityNumber().IsMatch(StaffNumber))
        {
            yield return (nameof(StaffNumber), "Bad_Number");
        }
    }

    // The shape alone is enough to refuse: no staff number needs eighteen digits, and an identity number must never be stored.
    [GeneratedRegex("^([0-9]{15}|[0-9]{17}[0-9Xx])$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdentityNumber();
}
