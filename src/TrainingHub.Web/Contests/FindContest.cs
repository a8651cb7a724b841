using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Contests;

/// <summary>Finds contests: for who holds them, for who has a seat, and for who knows a code.</summary>
public sealed class FindContest(
    Db db, Scope scope, CurrentPerson current, ContestRooms rooms, [FromKeyedServices(FindContest.Guessing)] FailureLimiter limiter, [FromKeyedServices(FindContest.Joining)] FailureLimiter joins, IHttpContextAccessor accessor)
{
    /// <summary>Names the counter of codes that opened nothing.</summary>
    public const string Guessing = "contests";

    /// <summary>Names the counter of guests who join.</summary>
    public const string Joining = "guests";

    /// <summary>Guests who join one contest from one address within ten minutes: a whole hall behind it gets in.</summary>
    public const int MostJoins = ContestState.MostSeats;

    private const int CodeLength = 6;

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("Outside a request nobody asks for a contest.");

    public static string NewCode() => Ids.Code(CodeLength);

    /// <summary>As it is typed on a phone.</summary>
    public static string Tidy(string? typed) => string.Concat((typed ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>The contest, tracked by nothing; null when it does not exist or its unit is out of reach.</summary>
    public async Task<Contest?> HeldAsync(string code, CancellationToken cancel)
    {
        if (!IsCode(code))
        {
            return null;
        }

        var reach = scope.Organizations(Capability.ManageQuizzes);
        return await db.Contests.AsNoTracking().SingleOrDefaultAsync(contest => contest.Code == code && reach.Contains(contest.OrganizationId), cancel);
    }

    /// <summary>The contest of a code, for anybody.</summary>
    public async Task<Contest?> ByCodeAsync(string code, CancellationToken cancel) =>
        IsCode(code) ? await db.Contests.AsNoTracking().SingleOrDefaultAsync(contest => contest.Code == code, cancel) : null;

    /// <summary>The prepared contest and the seat that this browser holds in it; null when it holds none.</summary>
    public ValueTask<(ContestRoom Room, int Seat)?> SeatAsync(string code, CancellationToken cancel) => rooms.FindSeatAsync(Http, code, cancel);

    /// <summary>Whether this address has typed too many codes that open nothing. To be asked only of a code that opens nothing: behind the address of a hall others have the right one.</summary>
    public bool IsGuessing => !current.IsSignedIn && limiter.IsClosed(Address);

    public void Missed()
    {
        if (!current.IsSignedIn)
        {
            limiter.Failed(Address);
        }
    }

    /// <summary>Whether as many guests as there may be have joined it from this address.</summary>
    public bool IsCrowded(string code) => joins.IsClosed(JoinsOf(code));

    public void Joined(string code) => joins.Failed(JoinsOf(code));

    private string JoinsOf(string code) => $"{code} {Address}";

    private string Address => NetworkAddress.KeyOf(Http.Connection.RemoteIpAddress);

    private static bool IsCode(string code) => code.Length == CodeLength && code.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));
}
