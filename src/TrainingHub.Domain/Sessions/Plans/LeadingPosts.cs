using TrainingHub.People;

namespace TrainingHub.Sessions.Plans;

/// <summary>单位负责人: the posts whose holders are never away from one unit together.</summary>
public static class LeadingPosts
{
    public const CorePosition All = CorePosition.Principal | CorePosition.PartySecretary | CorePosition.ViceSafety | CorePosition.BureauLeader;
}
