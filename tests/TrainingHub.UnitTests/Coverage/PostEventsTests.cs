using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.UnitTests.Coverage;

public sealed class PostEventsTests
{
    private static readonly Guid First = Guid.NewGuid(), Second = Guid.NewGuid(), Teacher = Guid.NewGuid(), Officer = Guid.NewGuid();
    private static readonly DateOnly Start = new(2022, 9, 1), Change = new(2026, 9, 1), Last = new(2027, 8, 31);

    [Fact]
    public void Tells_a_beginning_a_second_post_and_an_end()
    {
        var events = Of(Post(First, Teacher, Start, Last), Post(Second, Officer, Change, Day.Open, isPrimary: false));

        Assert.Equal([(PersonEventKind.PostBegan, Start), (PersonEventKind.SecondPostBegan, Change), (PersonEventKind.PostEnded, Last)], events.Select(one => (one.Kind, one.Day)));
    }

    [Fact]
    public void Tells_a_transfer_where_one_main_post_follows_another()
    {
        var events = Of(Post(First, Teacher, Start, Change.AddDays(-1)), Post(Second, Teacher, Change, Day.Open));

        Assert.Equal([PersonEventKind.Transferred, PersonEventKind.PostBegan], events.Select(one => one.Kind));
        Assert.Equal((Change, First), (events[0].Day, events[0].Before?.OrganizationId));
    }

    [Fact]
    public void Tells_the_same_post_as_changed_and_not_as_ended()
    {
        var events = Of(Post(First, Teacher, Start, Change.AddDays(-1)), Post(First, Teacher, Change, Day.Open, isPrimary: false), Post(Second, Officer, Change, Day.Open));

        Assert.Equal([PersonEventKind.PostChanged, PersonEventKind.PostBegan, PersonEventKind.PostBegan], events.Select(one => one.Kind));
    }

    [Fact]
    public void Tells_a_merger_by_the_units_and_not_by_the_post()
    {
        var succession = new OrganizationSuccession
        {
            Id = Guid.NewGuid(),
            FactId = Guid.NewGuid(),
            OrganizationId = First,
            SuccessorId = Second,
            From = Change,
            Until = Day.Open,
            RecordedAt = DateTime.UnixEpoch,
        };

        var events = PostEvents.Of([Post(First, Officer, Start, Change.AddDays(-1), isPrimary: false), Post(Second, Officer, Change, Day.Open, isPrimary: false)], [succession]);

        Assert.Equal([PersonEventKind.Merged, PersonEventKind.SecondPostBegan], events.Select(one => one.Kind));
    }

    private static IReadOnlyList<PostEvent> Of(params Membership[] posts) => PostEvents.Of(posts, []);

    private static Membership Post(Guid organization, Guid position, DateOnly from, DateOnly until, bool isPrimary = true) => new()
    {
        Id = Guid.NewGuid(),
        FactId = Guid.NewGuid(),
        PersonId = Guid.Empty,
        OrganizationId = organization,
        PositionId = position,
        IsPrimary = isPrimary,
        Employment = Employment.Established,
        From = from,
        Until = until,
        RecordedAt = DateTime.UnixEpoch,
    };
}
