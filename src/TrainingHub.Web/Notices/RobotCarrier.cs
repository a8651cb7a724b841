using System.Text.Json;
using TrainingHub.Time;

namespace TrainingHub.Notices;

/// <summary>Posts a text to the robot of a group.</summary>
public sealed class RobotCarrier(ChannelSettings channels, IHttpClientFactory clients, DayClock clock)
{
    public const string Client = "robots";

    public async Task SendAsync(Dispatch post, CancellationToken cancel)
    {
        var robot = channels.Robots.FirstOrDefault(robot => string.Equals(robot.Name, post.To, StringComparison.Ordinal))
            ?? throw new InvalidOperationException("This robot is not configured any more.");
        var address = robot is { Kind: DispatchChannel.DingTalk, Secret: { Length: > 0 } secret } ? DingTalkSignature.Sign(robot.Address, secret, clock.Now) : robot.Address;
        using var client = clients.CreateClient(Client);
        using var answer = await client.PostAsJsonAsync(address, new { msgtype = "text", text = new { content = post.Body } }, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"The robot answered {(int)answer.StatusCode}.");
        }

        // Both platforms answer 200 and say in the body whether it was posted.
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
        if (said.ValueKind is not JsonValueKind.Object || !said.TryGetProperty("errcode", out var code) || !code.TryGetInt32(out var number))
        {
            throw new HttpRequestException("The robot's answer could not be read.");
        }

        if (number is not 0)
        {
            throw new HttpRequestException($"The robot refused with {number}.");
        }
    }
}
