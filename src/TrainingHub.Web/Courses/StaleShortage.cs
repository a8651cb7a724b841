using TrainingHub.Questions;

namespace TrainingHub.Courses;

/// <summary>A quiz that cannot be drawn any more.</summary>
/// <param name="Course">Title of its course.</param>
/// <param name="Quiz">Its title.</param>
/// <param name="Shortage">What it lacks.</param>
/// <param name="From">The day from which on, where that lies ahead; null when it is so today.</param>
public sealed record StaleShortage(string Course, string Quiz, PaperShortage Shortage, DateOnly? From);
