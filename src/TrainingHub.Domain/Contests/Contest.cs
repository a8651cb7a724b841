using TrainingHub.Contests.Awards;
using TrainingHub.Contests.Stage;
using TrainingHub.Programmes;

namespace TrainingHub.Contests;

/// <summary>知识竞赛 in a hall. What happens in it is its log (<see cref="ContestEntry"/>); here stands what is agreed before, and what lists need.</summary>
public sealed class Contest
{
    public const int LongestTitle = 80;
    public const int LongestTeams = 2000;

    public required Guid Id { get; init; }

    /// <summary>参与码: part of addresses, and what players type; capitals and digits.</summary>
    public required string Code { get; init; }

    /// <summary>The unit that holds it.</summary>
    public required Guid OrganizationId { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required Guid CreatedBy { get; init; }
    public string Title { get; private set; } = "";

    /// <summary>As <see cref="ContestRules"/> writes itself.</summary>
    public string Rules { get; private set; } = "";

    /// <summary>From what its questions are drawn, as it is stored.</summary>
    public string Plan { get; private set; } = "";

    /// <summary>Whether people without an account may take a seat, by its number and a name.</summary>
    public bool AllowsGuests { get; private set; }

    /// <summary>Names of teams, one a line; empty: everybody plays alone.</summary>
    public string Teams { get; private set; } = "";

    /// <summary>Of a contest between teams on a stage: its teams and rounds, as they are stored. Null for one in which the hall plays.</summary>
    public string? Stage { get; private set; }

    /// <summary>Of the questions drawn, from 0.</summary>
    public int Questions { get; private set; }

    /// <summary>When joining was opened and the questions were fixed, UTC; null while it is a draft.</summary>
    public DateTime? PreparedAt { get; private set; }

    /// <summary>When it ended, UTC; null before.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Number of the last entry of the log. Given out under a lock on this row, so that the order of numbers is the order of commits.</summary>
    public int LastNumber { get; private set; }

    /// <summary>Seats taken, from 0.</summary>
    public int Seats { get; private set; }

    /// <summary>Prizes that the final ranking proposes for people with an account.</summary>
    public int FirstPrizes { get; private set; }
    public int SecondPrizes { get; private set; }
    public int ThirdPrizes { get; private set; }

    /// <summary>学时 for who takes part, in whole minutes; 0: none.</summary>
    public int CreditMinutes { get; private set; }

    /// <summary>Of the hours; none: of whatever content.</summary>
    public ExpertDomain CreditDomain { get; private set; }

    /// <summary>From which the keys of its pictures are made, sealed; null: pictures are fetched when they are shown.</summary>
    public string? PictureSecret { get; private set; }

    /// <summary>Counts changes of what is agreed: the second of two who change it is told.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<string> TeamNames => Teams.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public bool MayBeChanged => PreparedAt is null;

    public bool IsStage => Stage is not null;

    /// <summary>Whether classes of pupils play, of which only counts are kept.</summary>
    public bool IsOfClasses => !IsStage && ContestRules.Parse(Rules).IsOfClasses;

    public PrizeCounts Prizes => new(FirstPrizes, SecondPrizes, ThirdPrizes);

    /// <summary>What is agreed; only before it is prepared.</summary>
    /// <exception cref="InvalidOperationException">It was prepared.</exception>
    public void Agree(string title, ContestRules rules, string plan, int questions, bool allowsGuests, string teams)
    {
        if (!MayBeChanged)
        {
            throw new InvalidOperationException("A contest that was prepared is not changed.");
        }

        (Title, Rules, Plan, Questions, AllowsGuests, Teams) = (title, rules.ToString(), plan, questions, allowsGuests, teams);
        Version++;
    }

    /// <summary>What is agreed for a contest on a stage; only before it is prepared.</summary>
    /// <param name="title">Of the contest.</param>
    /// <param name="terms">Sound.</param>
    /// <param name="stage">The same as it is stored.</param>
    /// <param name="plan">From what its questions are drawn, as it is stored.</param>
    /// <param name="questions">How many were drawn.</param>
    /// <exception cref="InvalidOperationException">It was prepared.</exception>
    public void Agree(string title, StageTerms terms, string stage, string plan, int questions)
    {
        if (!MayBeChanged)
        {
            throw new InvalidOperationException("A contest that was prepared is not changed.");
        }

        (Title, Rules, Stage, Plan, Questions, AllowsGuests, Teams) = (title, terms.Head.ToString(), stage, plan, questions, false, string.Join('\n', terms.Teams.Select(team => team.Name)));
        Version++;
    }

    /// <summary>What it gives beside its ranking; agreed with the rest.</summary>
    /// <param name="prizes">For people with an account.</param>
    /// <param name="creditMinutes">From 0.</param>
    /// <param name="creditDomain">Of the hours.</param>
    /// <exception cref="InvalidOperationException">It was prepared.</exception>
    public void Give(PrizeCounts prizes, int creditMinutes, ExpertDomain creditDomain)
    {
        if (!MayBeChanged)
        {
            throw new InvalidOperationException("A contest that was prepared is not changed.");
        }

        (FirstPrizes, SecondPrizes, ThirdPrizes) = prizes;
        (CreditMinutes, CreditDomain) = (creditMinutes, creditDomain);
    }

    /// <summary>What the devices of a stage's teams are opened with, renewed; nothing else of what was agreed changes.</summary>
    /// <param name="stage">As it is stored.</param>
    /// <exception cref="InvalidOperationException">It is none on a stage, or was not prepared.</exception>
    public void Renew(string stage)
    {
        if (MayBeChanged || !IsStage)
        {
            throw new InvalidOperationException("Only devices of a prepared stage are renewed.");
        }

        Stage = stage;
    }

    /// <summary>Counts that its members were named; only before it is prepared.</summary>
    /// <exception cref="InvalidOperationException">It was prepared.</exception>
    public void NameMembers()
    {
        if (!MayBeChanged)
        {
            throw new InvalidOperationException("A contest that was prepared is not changed.");
        }

        Version++;
    }

    /// <summary>Keeps the secret of its pictures, once.</summary>
    public void SealPictures(string secret) => PictureSecret ??= secret;

    /// <summary>Of classes: how many devices are still told of when it is over.</summary>
    /// <param name="seats">Those of classes with at least five.</param>
    public void KeepSeats(int seats) => Seats = seats;

    /// <summary>Follows the log: to be called with every entry that is appended, in its order.</summary>
    public void Follow(ContestEntry entry)
    {
        LastNumber = entry.Number;
        switch (entry.Kind)
        {
            case ContestEntryKind.Prepared:
                PreparedAt = entry.At;
                break;
            case ContestEntryKind.Joined:
                Seats++;
                break;
            case ContestEntryKind.Finished:
                FinishedAt = entry.At;
                break;
            default:
                break;
        }
    }
}
