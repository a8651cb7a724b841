using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>
/// Tells the posts of one person as events. A row that ends the day before another begins may be the same post that changed, a post that went on
/// in the unit into which its unit was merged, or the main post before a transfer; what is none of these began or ended by itself.
/// </summary>
public static class PostEvents
{
    public static IReadOnlyList<PostEvent> Of(IReadOnlyCollection<Membership> posts, IReadOnlyCollection<OrganizationSuccession> successions)
    {
        ArgumentNullException.ThrowIfNull(posts);
        ArgumentNullException.ThrowIfNull(successions);
        var (events, begun, ended) = (new List<PostEvent>(), new HashSet<Membership>(), new HashSet<Membership>());
        Pair(PersonEventKind.PostChanged, (before, post) => before.OrganizationId == post.OrganizationId && before.PositionId == post.PositionId);
        Pair(PersonEventKind.Merged, (before, post) => before.PositionId == post.PositionId
            && successions.Any(one => one.OrganizationId == before.OrganizationId && one.SuccessorId == post.OrganizationId && one.From == post.From));
        Pair(PersonEventKind.Transferred, (before, post) => before.IsPrimary && post.IsPrimary);
        events.AddRange(posts.Where(post => !begun.Contains(post)).Select(post => new PostEvent(post.From, post.IsPrimary ? PersonEventKind.PostBegan : PersonEventKind.SecondPostBegan, post)));
        events.AddRange(posts.Where(post => post.Until != Day.Open && !ended.Contains(post)).Select(post => new PostEvent(post.Until, PersonEventKind.PostEnded, post)));
        return events;

        void Pair(PersonEventKind kind, Func<Membership, Membership, bool> goesOn)
        {
            foreach (var post in posts.Where(post => !begun.Contains(post)))
            {
                if (posts.FirstOrDefault(before => before.Until != Day.Open && before.Until.AddDays(1) == post.From && !ended.Contains(before) && goesOn(before, post)) is { } before)
                {
                    ended.Add(before);
                    begun.Add(post);
                    events.Add(new PostEvent(post.From, kind, post, before));
                }
            }
        }
    }
}
