using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Account;

/// <summary>Who makes the request. Read once per request and only when asked.</summary>
public sealed class CurrentPerson(IHttpContextAccessor accessor, Db db, PersonReads reads, DayClock clock)
{
    private HashSet<Capability>? _capabilities;
    private PersonCard? _card;

    public bool IsSignedIn => Id != Guid.Empty;

    /// <summary>The person's id; empty when signed out.</summary>
    public Guid Id => accessor.HttpContext?.User.PersonId ?? Guid.Empty;

    public async ValueTask<bool> MayAsync(Capability capability) => (await CapabilitiesAsync()).Contains(capability);

    /// <summary>What the person was granted anywhere.</summary>
    public async ValueTask<IReadOnlySet<Capability>> CapabilitiesAsync()
    {
        if (_capabilities is null)
        {
            var id = Id;
            _capabilities = id == Guid.Empty ? [] : await reads.CapabilitiesAsync(db, id);
        }

        return _capabilities;
    }

    /// <summary>Name and main organization, for the band on top of the page.</summary>
    public async ValueTask<PersonCard> CardAsync()
    {
        return _card ??= await reads.CardAsync(db, Id, clock.Today, CancellationToken.None) ?? new PersonCard("", "");
    }
}
