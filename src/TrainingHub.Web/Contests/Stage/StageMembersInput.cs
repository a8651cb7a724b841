using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Contests.Stage;

/// <summary>Who sits in which place of the teams, as the form sends it.</summary>
public sealed record StageMembersInput
{
    /// <summary>Of what the form showed.</summary>
    public int Version { get; init; }

    [MaxLength(StageTerms.MostTeams * StageTeam.MostMembers)]
    public Place[] Members { get; init => field = [.. (value ?? []).OfType<Place>()]; } = [];

    /// <summary>A place, by team and number in it.</summary>
    public sealed record Place
    {
        [StringLength(StageTeam.KeyLength)]
        public string? Team { get; init; }

        public int Number { get; init; }

        /// <summary>A staff number, or the name of a guest; empty: nobody is named.</summary>
        [StringLength(40, ErrorMessage = "TooLong_Member")]
        public string? Who { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Normalize(System.Text.NormalizationForm.FormKC).Trim(); }

        /// <summary>Staff numbers have digits, names of people have none.</summary>
        public string? StaffNumber => Who is { } who && who.Any(char.IsAsciiDigit) ? who.ToUpperInvariant() : null;
    }
}
