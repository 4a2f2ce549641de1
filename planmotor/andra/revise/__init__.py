"""What a person does to the plan between decisions and at one: a new activity, a local plan, a decision."""
