namespace TrainingHub.Notices;

/// <summary>群机器人: posts numbers and a link to a group, never names.</summary>
/// <param name="Name">What the group is called in the outbox.</param>
/// <param name="Kind">WeCom or DingTalk.</param>
/// <param name="Address">With its key or access token, so it is never shown.</param>
/// <param name="Secret">DingTalk's 加签; null where none was set.</param>
/// <param name="Unit">Code of the organization whose numbers the group gets.</param>
public sealed record GroupRobot(string Name, DispatchChannel Kind, Uri Address, string? Secret, string Unit);
