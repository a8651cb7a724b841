using TrainingHub.Questions;

namespace TrainingHub.Contests;

/// <summary>A picture that goes to the phones before its question is opened, unreadable without the key that the open question brings.</summary>
/// <param name="Item">The question, from 1.</param>
/// <param name="Picture">What is in it.</param>
/// <param name="Id">What it is called on its way: tells neither the question nor the picture.</param>
/// <param name="Key">Of this picture in this contest alone, 32 bytes. Never leaves the server before the question is opened.</param>
public sealed record ContestParcel(int Item, QuestionPicture Picture, string Id, byte[] Key)
{
    public const int IdLength = 32;
}
