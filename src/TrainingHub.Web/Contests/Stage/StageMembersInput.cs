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
        [StringLength(StageMember.LongestName, ErrorMessage = "TooLong_Member")]
        public string? Who { get; init => field = Tidy(value); }

        /// <summary>Whether it can be nothing but a staff number: names of people have no digits.</summary>
        public bool IsStaffNumber => Who is { } who && who.Any(char.IsAsciiDigit);

        /// <summary>Null when nothing is left.</summary>
        public static string? Tidy(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Normalize(System.Text.NormalizationForm.FormKC).Trim();
    }
}
